export default {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "netpol:policy/ciliumenvoyconfig.v2",
  "title": "CiliumEnvoyConfig",
  "type": "object",
  "description": "Resources of Envoy in one namespace.",
  "properties": {
    "apiVersion": {
      "type": "string",
      "description": "The API group and version.",
      "enum": [
        "cilium.io/v2"
      ]
    },
    "kind": {
      "type": "string",
      "description": "The kind of object.",
      "enum": [
        "CiliumEnvoyConfig"
      ]
    },
    "metadata": {
      "$ref": "#/$defs/ObjectMeta",
      "description": "The object's name and labels."
    },
    "spec": {
      "$ref": "#/$defs/EnvoyConfig",
      "description": "The resources."
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
    "EnvoyConfig": {
      "type": "object",
      "description": "Resources of Envoy, and the Services whose traffic goes through them.",
      "properties": {
        "resources": {
          "type": "array",
          "description": "Resources of Envoy, such as listeners, each with its `@type`.",
          "items": {
            "type": "object",
            "description": "One resource; its fields are those of Envoy."
          }
        },
        "services": {
          "type": "array",
          "description": "Services whose traffic is sent to a listener.",
          "items": {
            "type": "object",
            "description": "One Service.",
            "properties": {
              "name": {
                "type": "string",
                "description": "The name of the Service."
              },
              "namespace": {
                "type": "string",
                "description": "The namespace of the Service."
              },
              "listener": {
                "type": "string",
                "description": "The listener of these resources; missing: the first."
              },
              "ports": {
                "type": "array",
                "description": "The ports of the Service; missing: all of them.",
                "items": {
                  "type": "integer",
                  "description": "The number of a port."
                }
              }
            },
            "required": [
              "name"
            ],
            "additionalProperties": false
          }
        },
        "backendServices": {
          "type": "array",
          "description": "Services whose pods Envoy knows, without their traffic being sent to it.",
          "items": {
            "type": "object",
            "description": "One Service.",
            "properties": {
              "name": {
                "type": "string",
                "description": "The name of the Service."
              },
              "namespace": {
                "type": "string",
                "description": "The namespace of the Service."
              },
              "number": {
                "type": "array",
                "description": "The ports of the Service; missing: all of them.",
                "items": {
                  "type": "string",
                  "description": "The number or name of a port."
                }
              }
            },
            "required": [
              "name"
            ],
            "additionalProperties": false
          }
        },
        "nodeSelector": {
          "$ref": "#/$defs/Selector",
          "description": "The nodes that have these resources, by their labels; missing: all of them."
        }
      },
      "required": [
        "resources"
      ],
      "additionalProperties": false
    },
    "Selector": {
      "type": "object",
      "description": "Labels that all must be there; a key may name its source, as `k8s:app`.",
      "properties": {
        "matchLabels": {
          "type": "object",
          "description": "Labels with exactly these values.",
          "additionalProperties": {
            "type": "string",
            "description": "The value of the label.",
            "maxLength": 63,
            "pattern": "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$"
          }
        },
        "matchExpressions": {
          "type": "array",
          "description": "Conditions on label keys, all of which must hold.",
          "items": {
            "type": "object",
            "description": "One condition on one label key.",
            "properties": {
              "key": {
                "type": "string",
                "description": "The label key."
              },
              "operator": {
                "type": "string",
                "description": "How the label is compared with the values.",
                "enum": [
                  "In",
                  "NotIn",
                  "Exists",
                  "DoesNotExist"
                ]
              },
              "values": {
                "type": "array",
                "description": "What In and NotIn compare with; the other operators take none.",
                "items": {
                  "type": "string",
                  "description": "A value of the label."
                }
              }
            },
            "required": [
              "key",
              "operator"
            ],
            "additionalProperties": false
          }
        }
      },
      "additionalProperties": false
    }
  }
};
