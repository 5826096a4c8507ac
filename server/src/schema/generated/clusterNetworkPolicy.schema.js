export default {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "netpol:policy/clusternetworkpolicy.v1alpha2",
  "title": "ClusterNetworkPolicy",
  "type": "object",
  "description": "Rules of the cluster's administrator: before every NetworkPolicy in tier Admin, behind them in tier Baseline.",
  "properties": {
    "apiVersion": {
      "type": "string",
      "description": "The API group and version.",
      "enum": [
        "policy.networking.k8s.io/v1alpha2"
      ]
    },
    "kind": {
      "type": "string",
      "description": "The kind of object.",
      "enum": [
        "ClusterNetworkPolicy"
      ]
    },
    "metadata": {
      "$ref": "#/$defs/ObjectMeta",
      "description": "The policy's name and labels; it lives in no namespace."
    },
    "spec": {
      "type": "object",
      "description": "The pods it is for, its tier and its place there, and its rules.",
      "properties": {
        "tier": {
          "type": "string",
          "description": "Admin has the word before every NetworkPolicy, Baseline where none selects the pod.",
          "enum": [
            "Admin",
            "Baseline"
          ]
        },
        "priority": {
          "type": "integer",
          "description": "Its place in the tier: the lower number has the word first. Equal numbers have no order.",
          "minimum": 0,
          "maximum": 1000
        },
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
          "maxItems": 25
        },
        "egress": {
          "type": "array",
          "description": "Rules for connections from the subject, in order: the first that matches has the word.",
          "items": {
            "$ref": "#/$defs/EgressRule",
            "description": "One egress rule."
          },
          "maxItems": 25
        }
      },
      "required": [
        "tier",
        "priority",
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
          "description": "The labels of the namespaces; empty or missing selects every namespace."
        },
        "podSelector": {
          "$ref": "#/$defs/LabelSelector",
          "description": "The labels of the pods; empty selects all pods of these namespaces."
        }
      },
      "required": [
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
          "description": "Accept and Deny are final; Pass leaves the connection to the next tier.",
          "enum": [
            "Accept",
            "Deny",
            "Pass"
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
          "maxItems": 25
        },
        "protocols": {
          "type": "array",
          "description": "What of the connection has to match, any of them; missing: all traffic.",
          "items": {
            "$ref": "#/$defs/Protocol",
            "description": "One protocol with its port, or a name of a port."
          },
          "minItems": 1,
          "maxItems": 25
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
    "Protocol": {
      "type": "object",
      "description": "One protocol with its destination port, or the name of a port; exactly one of them.",
      "properties": {
        "tcp": {
          "$ref": "#/$defs/Layer4",
          "description": "Ports of TCP."
        },
        "udp": {
          "$ref": "#/$defs/Layer4",
          "description": "Ports of UDP."
        },
        "sctp": {
          "$ref": "#/$defs/Layer4",
          "description": "Ports of SCTP."
        },
        "destinationNamedPort": {
          "type": "string",
          "description": "The name of a container port of the destination pod, of any protocol."
        }
      },
      "additionalProperties": false,
      "minProperties": 1,
      "maxProperties": 1
    },
    "Layer4": {
      "type": "object",
      "description": "The ports of one protocol; all of them are the range from 1 to 65535.",
      "properties": {
        "destinationPort": {
          "$ref": "#/$defs/DestinationPort",
          "description": "The port of the destination."
        }
      },
      "additionalProperties": false,
      "minProperties": 1
    },
    "DestinationPort": {
      "type": "object",
      "description": "A number or a range; exactly one of them.",
      "properties": {
        "number": {
          "type": "integer",
          "description": "The number of the port.",
          "minimum": 1,
          "maximum": 65535
        },
        "range": {
          "$ref": "#/$defs/PortRange",
          "description": "All ports from one number to a higher one."
        }
      },
      "additionalProperties": false,
      "minProperties": 1,
      "maxProperties": 1
    },
    "PortRange": {
      "type": "object",
      "description": "All ports from one number to a higher one.",
      "properties": {
        "start": {
          "type": "integer",
          "description": "The first port.",
          "minimum": 1,
          "maximum": 65535
        },
        "end": {
          "type": "integer",
          "description": "The last port; above the first.",
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
          "description": "Accept and Deny are final; Pass leaves the connection to the next tier.",
          "enum": [
            "Accept",
            "Deny",
            "Pass"
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
          "maxItems": 25
        },
        "protocols": {
          "type": "array",
          "description": "What of the connection has to match, any of them; missing: all traffic.",
          "items": {
            "$ref": "#/$defs/Protocol",
            "description": "One protocol with its port, or a name of a port."
          },
          "minItems": 1,
          "maxItems": 25
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
        },
        "domainNames": {
          "type": "array",
          "description": "Names outside the cluster, as DNS answers for them; only for rules that let traffic through. Experimental channel only.",
          "items": {
            "type": "string",
            "description": "A name such as api.example.com, or *.example.com for everything below it but not itself.",
            "pattern": "^(\\*\\.)?([a-zA-Z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\.)+[a-zA-Z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\.?$"
          },
          "minItems": 1,
          "maxItems": 25,
          "uniqueItems": true,
          "x-channel": "experimental"
        }
      },
      "additionalProperties": false,
      "minProperties": 1,
      "maxProperties": 1
    }
  }
};
