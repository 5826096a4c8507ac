export default {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "netpol:policy/caliconetworkpolicy.v3",
  "title": "NetworkPolicy",
  "type": "object",
  "description": "Rules of Calico for pods of one namespace.",
  "properties": {
    "apiVersion": {
      "type": "string",
      "description": "The API group and version.",
      "enum": [
        "projectcalico.org/v3"
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
      "description": "The pods it is for, its place among the policies, and its rules.",
      "properties": {
        "tier": {
          "type": "string",
          "description": "The tier that it stands in.",
          "default": "default"
        },
        "order": {
          "$ref": "#/$defs/Order"
        },
        "selector": {
          "type": "string",
          "description": "The pods of this namespace that it is for, by their labels; empty selects all.",
          "maxLength": 1024,
          "x-since": {
            "maxLength": "3.33"
          }
        },
        "serviceAccountSelector": {
          "type": "string",
          "description": "Only pods whose service account has these labels.",
          "maxLength": 1024,
          "x-since": {
            "maxLength": "3.33"
          }
        },
        "types": {
          "type": "array",
          "description": "The directions that it is for. Missing: Ingress, or what there are rules for.",
          "items": {
            "type": "string",
            "description": "A direction.",
            "enum": [
              "Ingress",
              "Egress"
            ]
          },
          "minItems": 1,
          "maxItems": 2,
          "uniqueItems": true,
          "x-since": {
            "minItems": "3.32"
          }
        },
        "ingress": {
          "type": "array",
          "description": "Rules for connections to the selected endpoints, in order: the first that matches has the word. What none matches is denied at the end of the tier.",
          "items": {
            "$ref": "#/$defs/Rule",
            "description": "One ingress rule."
          },
          "maxItems": 1024,
          "x-since": {
            "maxItems": "3.33"
          }
        },
        "egress": {
          "type": "array",
          "description": "Rules for connections from the selected endpoints, in order: the first that matches has the word. What none matches is denied at the end of the tier.",
          "items": {
            "$ref": "#/$defs/Rule",
            "description": "One egress rule."
          },
          "maxItems": 1024,
          "x-since": {
            "maxItems": "3.33"
          }
        },
        "performanceHints": {
          "type": "array",
          "description": "Hints for Felix; they change nothing that is decided.",
          "items": {
            "type": "string",
            "description": "A hint.",
            "enum": [
              "AssumeNeededOnEveryNode"
            ]
          },
          "uniqueItems": true
        }
      },
      "additionalProperties": false
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
    "Order": {
      "type": "number",
      "description": "Its place in its tier: the lower number has the word first; missing: behind all others."
    },
    "Rule": {
      "type": "object",
      "description": "Decides about traffic that meets all of its conditions; the first rule that matches has the word.",
      "properties": {
        "action": {
          "type": "string",
          "description": "Allow and Deny are final, Log goes on with the next rule, Pass leaves the traffic to the next tier.",
          "enum": [
            "Allow",
            "Deny",
            "Log",
            "Pass"
          ]
        },
        "ipVersion": {
          "type": "integer",
          "description": "The only IP version that it matches; missing: both.",
          "enum": [
            4,
            6
          ]
        },
        "protocol": {
          "type": [
            "integer",
            "string"
          ],
          "description": "The protocol, by name (TCP, UDP, ICMP, ICMPv6, SCTP, UDPLite) or by number; missing: any."
        },
        "notProtocol": {
          "type": [
            "integer",
            "string"
          ],
          "description": "A protocol that is left out, by name or by number."
        },
        "icmp": {
          "$ref": "#/$defs/ICMP",
          "description": "The ICMP messages that it matches; the protocol must be ICMP or ICMPv6."
        },
        "notICMP": {
          "$ref": "#/$defs/ICMP",
          "description": "ICMP messages that are left out."
        },
        "source": {
          "$ref": "#/$defs/Entity",
          "description": "Where the traffic comes from; in an ingress rule the peer, in an egress rule the selected endpoint itself."
        },
        "destination": {
          "$ref": "#/$defs/Entity",
          "description": "Where the traffic goes; in an egress rule the peer, in an ingress rule the selected endpoint itself."
        },
        "http": {
          "$ref": "#/$defs/HTTP",
          "description": "The HTTP requests that it matches; only application layer policy looks at it."
        },
        "metadata": {
          "type": "object",
          "description": "What is written about the rule; it decides nothing.",
          "properties": {
            "annotations": {
              "type": "object",
              "description": "Notes for people and tools.",
              "additionalProperties": {
                "type": "string"
              }
            }
          },
          "additionalProperties": false
        }
      },
      "required": [
        "action"
      ],
      "additionalProperties": false
    },
    "ICMP": {
      "type": "object",
      "description": "A type of ICMP messages, or one code of it.",
      "properties": {
        "type": {
          "type": "integer",
          "description": "The type of the message, such as 8 for an echo request.",
          "minimum": 0,
          "maximum": 254
        },
        "code": {
          "type": "integer",
          "description": "The code of the message; it needs a type.",
          "minimum": 0,
          "maximum": 255
        }
      },
      "additionalProperties": false
    },
    "Entity": {
      "type": "object",
      "description": "One end of the traffic: all conditions that are given must hold.",
      "properties": {
        "selector": {
          "type": "string",
          "description": "Endpoints and network sets by their labels; in a namespaced policy those of its own namespace, unless namespaceSelector is set.",
          "maxLength": 1024,
          "x-since": {
            "maxLength": "3.33"
          }
        },
        "notSelector": {
          "type": "string",
          "description": "Endpoints and network sets that are left out. In a namespaced policy the others of its namespace remain, and nothing outside.",
          "maxLength": 1024,
          "x-since": {
            "maxLength": "3.33"
          }
        },
        "namespaceSelector": {
          "type": "string",
          "description": "Namespaces by their labels, which selector then speaks of; `global()` means what is in no namespace: host endpoints and global network sets.",
          "maxLength": 1024,
          "x-since": {
            "maxLength": "3.33"
          }
        },
        "serviceAccounts": {
          "$ref": "#/$defs/ServiceAccounts",
          "description": "Pods by the service account that they run as."
        },
        "nets": {
          "type": "array",
          "description": "Blocks of addresses, any of which matches; all of one IP family.",
          "items": {
            "type": "string",
            "description": "A block such as `10.0.0.0/8`, without bits behind its prefix."
          },
          "maxItems": 256,
          "uniqueItems": true,
          "x-since": {
            "maxItems": "3.33",
            "uniqueItems": "3.32"
          }
        },
        "notNets": {
          "type": "array",
          "description": "Blocks of addresses that are left out; all of one IP family.",
          "items": {
            "type": "string",
            "description": "A block such as `10.0.0.0/8`, without bits behind its prefix."
          },
          "maxItems": 256,
          "uniqueItems": true,
          "x-since": {
            "maxItems": "3.33",
            "uniqueItems": "3.33"
          }
        },
        "ports": {
          "type": "array",
          "description": "Ports of this end, any of which matches; numbers need a protocol with ports.",
          "items": {
            "type": [
              "integer",
              "string"
            ],
            "description": "A number, a range such as `8000:8100`, or the name of a port."
          },
          "maxItems": 50,
          "x-since": {
            "maxItems": "3.33"
          }
        },
        "notPorts": {
          "type": "array",
          "description": "Ports of this end that are left out; numbers need a protocol with ports.",
          "items": {
            "type": [
              "integer",
              "string"
            ],
            "description": "A number, a range such as `8000:8100`, or the name of a port."
          },
          "maxItems": 50,
          "x-since": {
            "maxItems": "3.33"
          }
        },
        "services": {
          "$ref": "#/$defs/Services",
          "description": "The pods behind a Service, with its ports where it is a destination; goes with no other condition on this end."
        }
      },
      "additionalProperties": false
    },
    "ServiceAccounts": {
      "type": "object",
      "description": "Service accounts by name and by label; both must match.",
      "properties": {
        "names": {
          "type": "array",
          "description": "Names of service accounts, any of which matches.",
          "items": {
            "type": "string",
            "description": "The name of a service account."
          },
          "uniqueItems": true,
          "x-since": {
            "uniqueItems": "3.32"
          }
        },
        "selector": {
          "type": "string",
          "description": "Service accounts by their labels."
        }
      },
      "additionalProperties": false
    },
    "Services": {
      "type": "object",
      "description": "One Service of Kubernetes.",
      "properties": {
        "name": {
          "type": "string",
          "description": "The name of the Service.",
          "maxLength": 253
        },
        "namespace": {
          "type": "string",
          "description": "The namespace of the Service; a policy of the whole cluster has to say it.",
          "maxLength": 253
        }
      },
      "additionalProperties": false
    },
    "HTTP": {
      "type": "object",
      "description": "HTTP requests: any of the methods, and any of the paths.",
      "properties": {
        "methods": {
          "type": "array",
          "description": "Methods, any of which matches.",
          "items": {
            "type": "string",
            "description": "A method in capitals, such as GET; `*` is any."
          },
          "maxItems": 20,
          "x-since": {
            "maxItems": "3.32"
          }
        },
        "paths": {
          "type": "array",
          "description": "Paths, any of which matches.",
          "items": {
            "$ref": "#/$defs/HTTPPath",
            "description": "One path, or all below one."
          },
          "maxItems": 20,
          "x-since": {
            "maxItems": "3.32"
          }
        }
      },
      "additionalProperties": false
    },
    "HTTPPath": {
      "type": "object",
      "description": "A path as it is, or all that begins with one; exactly one field.",
      "properties": {
        "exact": {
          "type": "string",
          "description": "The path itself.",
          "maxLength": 1024,
          "x-since": {
            "maxLength": "3.32"
          }
        },
        "prefix": {
          "type": "string",
          "description": "The path and what is below it.",
          "maxLength": 1024,
          "x-since": {
            "maxLength": "3.32"
          }
        }
      },
      "additionalProperties": false
    }
  }
};
