export default {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "netpol:k8s/networkpolicy.v1",
  "title": "NetworkPolicy",
  "type": "object",
  "description": "Says which traffic may reach or leave a set of pods of one namespace.",
  "properties": {
    "apiVersion": {
      "type": "string",
      "description": "The API group and version.",
      "enum": [
        "networking.k8s.io/v1"
      ]
    },
    "kind": {
      "type": "string",
      "description": "The kind of object.",
      "enum": [
        "NetworkPolicy"
      ]
    },
    "metadata": {
      "$ref": "#/$defs/ObjectMeta",
      "description": "The policy's name, namespace and labels."
    },
    "spec": {
      "type": "object",
      "description": "The pods it is for and the traffic it lets through.",
      "properties": {
        "podSelector": {
          "$ref": "#/$defs/LabelSelector",
          "description": "The pods of this namespace that the policy is for; empty selects all of them."
        },
        "policyTypes": {
          "type": "array",
          "description": "The directions in which the selected pods are isolated. Unset: Ingress, and Egress too if there is an egress rule.",
          "items": {
            "type": "string",
            "enum": [
              "Ingress",
              "Egress"
            ]
          }
        },
        "ingress": {
          "type": "array",
          "description": "Who may connect to the selected pods. None listed: nobody, if Ingress is among the types.",
          "items": {
            "$ref": "#/$defs/IngressRule",
            "description": "One way in."
          }
        },
        "egress": {
          "type": "array",
          "description": "What the selected pods may connect to. None listed: nothing, if Egress is among the types.",
          "items": {
            "$ref": "#/$defs/EgressRule",
            "description": "One way out."
          }
        }
      },
      "additionalProperties": false
    },
    "status": {
      "type": "object",
      "description": "Was served by releases 1.24 to 1.27; nothing reads it.",
      "deprecated": true
    }
  },
  "required": [
    "apiVersion",
    "kind",
    "metadata"
  ],
  "additionalProperties": false,
  "$defs": {
    "ObjectMeta": {
      "type": "object",
      "description": "Name, namespace and labels.",
      "properties": {
        "name": {
          "type": "string",
          "description": "The name, unique among its kind: in one namespace, or in the cluster where the kind lives in none."
        },
        "generateName": {
          "type": "string",
          "description": "A prefix from which the server makes a name, where name is left out."
        },
        "namespace": {
          "type": "string",
          "description": "The namespace it lives in."
        },
        "labels": {
          "type": "object",
          "description": "Labels to find it by.",
          "additionalProperties": {
            "type": "string"
          }
        },
        "annotations": {
          "type": "object",
          "description": "Notes of tools and people.",
          "additionalProperties": {
            "type": "string"
          }
        },
        "finalizers": {
          "type": "array",
          "description": "What must be done before it is deleted.",
          "items": {
            "type": "string"
          }
        },
        "ownerReferences": {
          "type": "array",
          "description": "The objects it belongs to.",
          "items": {
            "type": "object",
            "description": "An owner.",
            "properties": {
              "apiVersion": {
                "type": "string",
                "description": "The owner's API version."
              },
              "kind": {
                "type": "string",
                "description": "The owner's kind."
              },
              "name": {
                "type": "string",
                "description": "The owner's name."
              },
              "uid": {
                "type": "string",
                "description": "The owner's uid."
              },
              "controller": {
                "type": "boolean",
                "description": "Whether the owner manages it."
              },
              "blockOwnerDeletion": {
                "type": "boolean",
                "description": "Whether the owner waits for it when deleted."
              }
            },
            "required": [
              "apiVersion",
              "kind",
              "name",
              "uid"
            ],
            "additionalProperties": false
          }
        },
        "creationTimestamp": {
          "type": "string",
          "description": "Set by the server.",
          "readOnly": true
        },
        "deletionTimestamp": {
          "type": "string",
          "description": "Set by the server.",
          "readOnly": true
        },
        "deletionGracePeriodSeconds": {
          "type": "integer",
          "description": "Set by the server.",
          "readOnly": true
        },
        "generation": {
          "type": "integer",
          "description": "Set by the server.",
          "readOnly": true
        },
        "resourceVersion": {
          "type": "string",
          "description": "Set by the server.",
          "readOnly": true
        },
        "selfLink": {
          "type": "string",
          "description": "No longer set.",
          "deprecated": true
        },
        "uid": {
          "type": "string",
          "description": "Set by the server.",
          "readOnly": true
        },
        "managedFields": {
          "type": "array",
          "description": "Kept by the server.",
          "readOnly": true,
          "items": {
            "type": "object"
          }
        }
      },
      "additionalProperties": false
    },
    "LabelSelector": {
      "type": "object",
      "description": "Conditions on labels, all of which must hold; none matches everything.",
      "properties": {
        "matchLabels": {
          "type": "object",
          "description": "Labels that must be there with exactly these values.",
          "additionalProperties": {
            "type": "string"
          }
        },
        "matchExpressions": {
          "type": "array",
          "description": "Further conditions.",
          "items": {
            "$ref": "#/$defs/LabelSelectorRequirement",
            "description": "One condition."
          }
        }
      },
      "additionalProperties": false
    },
    "LabelSelectorRequirement": {
      "type": "object",
      "description": "One condition on a label.",
      "properties": {
        "key": {
          "type": "string",
          "description": "The label's key."
        },
        "operator": {
          "type": "string",
          "description": "How the label is compared. NotIn also holds where the label is missing.",
          "enum": [
            "In",
            "NotIn",
            "Exists",
            "DoesNotExist"
          ]
        },
        "values": {
          "type": "array",
          "description": "The values for In and NotIn; none for the others.",
          "items": {
            "type": "string"
          }
        }
      },
      "required": [
        "key",
        "operator"
      ],
      "additionalProperties": false
    },
    "IngressRule": {
      "type": "object",
      "description": "Lets through what comes from any of the peers, on any of the ports.",
      "properties": {
        "from": {
          "type": "array",
          "description": "The sources, any of which may connect. Empty or missing: everyone.",
          "items": {
            "$ref": "#/$defs/Peer",
            "description": "One source."
          }
        },
        "ports": {
          "type": "array",
          "description": "The ports of the selected pods. Empty or missing: all ports of all protocols.",
          "items": {
            "$ref": "#/$defs/Port",
            "description": "One port."
          }
        }
      },
      "additionalProperties": false
    },
    "Peer": {
      "type": "object",
      "description": "One end: pods by their labels and namespaces, or addresses.",
      "properties": {
        "podSelector": {
          "$ref": "#/$defs/LabelSelector",
          "description": "Pods with these labels: of the policy's namespace, or of those that namespaceSelector picks beside it."
        },
        "namespaceSelector": {
          "$ref": "#/$defs/LabelSelector",
          "description": "Namespaces with these labels; empty picks every namespace. Beside podSelector both must hold."
        },
        "ipBlock": {
          "$ref": "#/$defs/IPBlock",
          "description": "Addresses, meant for ends outside the cluster. Stands alone."
        }
      },
      "additionalProperties": false
    },
    "IPBlock": {
      "type": "object",
      "description": "A block of addresses without some blocks inside it.",
      "properties": {
        "cidr": {
          "type": "string",
          "description": "The block, such as 192.0.2.0/24 or 2001:db8::/32."
        },
        "except": {
          "type": "array",
          "description": "Smaller blocks inside cidr that this entry leaves out; other entries may still let them through.",
          "items": {
            "type": "string"
          }
        }
      },
      "required": [
        "cidr"
      ],
      "additionalProperties": false
    },
    "Port": {
      "type": "object",
      "description": "One port, a range, or a whole protocol.",
      "properties": {
        "protocol": {
          "type": "string",
          "description": "The protocol; TCP when left out.",
          "enum": [
            "TCP",
            "UDP",
            "SCTP"
          ],
          "default": "TCP"
        },
        "port": {
          "type": [
            "integer",
            "string"
          ],
          "description": "The port of the destination pod, by number or by the name a container gives it. Left out: all ports of the protocol.",
          "minimum": 1,
          "maximum": 65535
        },
        "endPort": {
          "type": "integer",
          "description": "The last port of a range that begins at a numeric port.",
          "minimum": 1,
          "maximum": 65535
        }
      },
      "additionalProperties": false
    },
    "EgressRule": {
      "type": "object",
      "description": "Lets through what goes to any of the peers, on any of the ports.",
      "properties": {
        "to": {
          "type": "array",
          "description": "The destinations, any of which may be reached. Empty or missing: everything.",
          "items": {
            "$ref": "#/$defs/Peer",
            "description": "One destination."
          }
        },
        "ports": {
          "type": "array",
          "description": "The ports of the destination. Empty or missing: all ports of all protocols.",
          "items": {
            "$ref": "#/$defs/Port",
            "description": "One port."
          }
        }
      },
      "additionalProperties": false
    }
  }
};
