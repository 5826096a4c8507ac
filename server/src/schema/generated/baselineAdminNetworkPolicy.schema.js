export default {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "netpol:policy/baselineadminnetworkpolicy.v1alpha1",
  "title": "BaselineAdminNetworkPolicy",
  "type": "object",
  "description": "What holds where neither an AdminNetworkPolicy nor a NetworkPolicy decides; only one named default can exist. ClusterNetworkPolicy of tier Baseline has replaced it.",
  "properties": {
    "apiVersion": {
      "type": "string",
      "description": "The API group and version.",
      "enum": [
        "policy.networking.k8s.io/v1alpha1"
      ]
    },
    "kind": {
      "type": "string",
      "description": "The kind of object.",
      "enum": [
        "BaselineAdminNetworkPolicy"
      ]
    },
    "metadata": {
      "$ref": "#/$defs/ObjectMeta",
      "description": "The policy's name and labels; it lives in no namespace."
    },
    "spec": {
      "type": "object",
      "description": "The pods it is for and its rules.",
      "properties": {
        "subject": {
          "$ref": "#/$defs/Subject",
          "description": "The pods that the policy is for."
        },
        "ingress": {
          "type": "array",
          "description": "Rules for connections to the subject, in order: the first that matches has the word.",
          "items": {
            "$ref": "#/$defs/IngressRule",
            "description": "One ingress rule."
          },
          "maxItems": 100
        },
        "egress": {
          "type": "array",
          "description": "Rules for connections from the subject, in order: the first that matches has the word.",
          "items": {
            "$ref": "#/$defs/EgressRule",
            "description": "One egress rule."
          },
          "maxItems": 100
        }
      },
      "required": [
        "subject"
      ],
      "additionalProperties": false
    },
    "status": {
      "type": "object",
      "description": "What the implementation says of the policy; nobody writes it.",
      "readOnly": true
    }
  },
  "required": [
    "apiVersion",
    "kind",
    "metadata",
    "spec"
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
    "Subject": {
      "type": "object",
      "description": "The pods that a policy is for: all pods of some namespaces, or some pods of some namespaces.",
      "properties": {
        "namespaces": {
          "$ref": "#/$defs/LabelSelector",
          "description": "Namespaces by their labels: all their pods; empty selects every namespace."
        },
        "pods": {
          "$ref": "#/$defs/Pods",
          "description": "Some pods of some namespaces."
        }
      },
      "additionalProperties": false,
      "minProperties": 1,
      "maxProperties": 1
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
    "Pods": {
      "type": "object",
      "description": "Pods by the labels of their namespace and their own; both must match.",
      "properties": {
        "namespaceSelector": {
          "$ref": "#/$defs/LabelSelector",
          "description": "The labels of the namespaces; empty selects every namespace."
        },
        "podSelector": {
          "$ref": "#/$defs/LabelSelector",
          "description": "The labels of the pods; empty selects all pods of these namespaces."
        }
      },
      "required": [
        "namespaceSelector",
        "podSelector"
      ],
      "additionalProperties": false
    },
    "IngressRule": {
      "type": "object",
      "description": "Decides about connections that come from any of the peers, on any of the ports.",
      "properties": {
        "name": {
          "type": "string",
          "description": "What the rule is called in messages and logs.",
          "maxLength": 100
        },
        "action": {
          "type": "string",
          "description": "What becomes of connections that no other policy has decided.",
          "enum": [
            "Allow",
            "Deny"
          ]
        },
        "from": {
          "type": "array",
          "description": "The sources, any of which matches; at least one.",
          "items": {
            "$ref": "#/$defs/IngressPeer",
            "description": "One source."
          },
          "minItems": 1,
          "maxItems": 100
        },
        "ports": {
          "type": "array",
          "description": "The destination ports; missing: all ports of all protocols.",
          "items": {
            "$ref": "#/$defs/Port",
            "description": "One port, range or name."
          },
          "minItems": 1,
          "maxItems": 100
        }
      },
      "required": [
        "action",
        "from"
      ],
      "additionalProperties": false
    },
    "IngressPeer": {
      "type": "object",
      "description": "One source: pods of namespaces, or some of their pods. Nothing outside the cluster can be named.",
      "properties": {
        "namespaces": {
          "$ref": "#/$defs/LabelSelector",
          "description": "Namespaces by their labels: all their pods may be meant; empty selects every namespace."
        },
        "pods": {
          "$ref": "#/$defs/Pods",
          "description": "Some pods of some namespaces."
        }
      },
      "additionalProperties": false,
      "minProperties": 1,
      "maxProperties": 1
    },
    "Port": {
      "type": "object",
      "description": "One port of the destination: a number, a range or a name; exactly one of them.",
      "properties": {
        "portNumber": {
          "type": "object",
          "description": "One port by its number.",
          "properties": {
            "protocol": {
              "type": "string",
              "description": "The protocol.",
              "enum": [
                "TCP",
                "UDP",
                "SCTP"
              ],
              "default": "TCP"
            },
            "port": {
              "type": "integer",
              "description": "The number of the port.",
              "minimum": 1,
              "maximum": 65535
            }
          },
          "required": [
            "port"
          ],
          "additionalProperties": false
        },
        "portRange": {
          "type": "object",
          "description": "All ports from one number to another.",
          "properties": {
            "protocol": {
              "type": "string",
              "description": "The protocol.",
              "enum": [
                "TCP",
                "UDP",
                "SCTP"
              ],
              "default": "TCP"
            },
            "start": {
              "type": "integer",
              "description": "The first port.",
              "minimum": 1,
              "maximum": 65535
            },
            "end": {
              "type": "integer",
              "description": "The last port; not below the first.",
              "minimum": 1,
              "maximum": 65535
            }
          },
          "required": [
            "start",
            "end"
          ],
          "additionalProperties": false
        },
        "namedPort": {
          "type": "string",
          "description": "The name of a container port of the destination pod. Experimental channel only.",
          "x-channel": "experimental"
        }
      },
      "additionalProperties": false,
      "minProperties": 1,
      "maxProperties": 1
    },
    "EgressRule": {
      "type": "object",
      "description": "Decides about connections that go to any of the peers, on any of the ports.",
      "properties": {
        "name": {
          "type": "string",
          "description": "What the rule is called in messages and logs.",
          "maxLength": 100
        },
        "action": {
          "type": "string",
          "description": "What becomes of connections that no other policy has decided.",
          "enum": [
            "Allow",
            "Deny"
          ]
        },
        "to": {
          "type": "array",
          "description": "The destinations, any of which matches; at least one.",
          "items": {
            "$ref": "#/$defs/EgressPeer",
            "description": "One destination."
          },
          "minItems": 1,
          "maxItems": 100
        },
        "ports": {
          "type": "array",
          "description": "The destination ports; missing: all ports of all protocols.",
          "items": {
            "$ref": "#/$defs/Port",
            "description": "One port, range or name."
          },
          "minItems": 1,
          "maxItems": 100
        }
      },
      "required": [
        "action",
        "to"
      ],
      "additionalProperties": false
    },
    "EgressPeer": {
      "type": "object",
      "description": "One destination: pods, addresses or nodes; exactly one of them.",
      "properties": {
        "namespaces": {
          "$ref": "#/$defs/LabelSelector",
          "description": "Namespaces by their labels: all their pods; empty selects every namespace."
        },
        "pods": {
          "$ref": "#/$defs/Pods",
          "description": "Some pods of some namespaces."
        },
        "networks": {
          "type": "array",
          "description": "Blocks of addresses. They match whatever has the address, pods and nodes included, so 0.0.0.0/0 is more than the internet.",
          "items": {
            "type": "string",
            "description": "A block in CIDR notation, such as 10.0.0.0/8.",
            "maxLength": 43
          },
          "minItems": 1,
          "maxItems": 25,
          "uniqueItems": true
        },
        "nodes": {
          "$ref": "#/$defs/LabelSelector",
          "description": "Nodes by their labels, with the pods on their network. Experimental channel only.",
          "x-channel": "experimental"
        }
      },
      "additionalProperties": false,
      "minProperties": 1,
      "maxProperties": 1
    }
  }
};
