export default {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "netpol:policy/calicohostendpoint.v3",
  "title": "HostEndpoint",
  "type": "object",
  "description": "An interface of a node, which policies can select by its labels.",
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
        "HostEndpoint"
      ]
    },
    "metadata": {
      "$ref": "#/$defs/ObjectMeta",
      "description": "The endpoint's name and labels; it lives in no namespace."
    },
    "spec": {
      "type": "object",
      "description": "The node and the interface.",
      "properties": {
        "node": {
          "type": "string",
          "description": "The name of the node.",
          "maxLength": 253
        },
        "interfaceName": {
          "type": "string",
          "description": "The name of the interface; `*` is all of them.",
          "maxLength": 15
        },
        "expectedIPs": {
          "type": "array",
          "description": "The addresses of the interface. Rules of policies know the endpoint by them.",
          "items": {
            "type": "string",
            "description": "An address."
          },
          "uniqueItems": true,
          "x-since": {
            "uniqueItems": "3.32"
          }
        },
        "profiles": {
          "type": "array",
          "description": "Profiles that decide where no policy does, in their order.",
          "items": {
            "type": "string",
            "description": "The name of a profile."
          },
          "uniqueItems": true,
          "x-since": {
            "uniqueItems": "3.32"
          }
        },
        "ports": {
          "type": "array",
          "description": "Names that policies can call ports of the node by.",
          "items": {
            "type": "object",
            "description": "One name of a port.",
            "properties": {
              "name": {
                "type": "string",
                "description": "The name of the port."
              },
              "port": {
                "type": "integer",
                "description": "Its number.",
                "minimum": 1,
                "maximum": 65535
              },
              "protocol": {
                "type": [
                  "integer",
                  "string"
                ],
                "description": "TCP, UDP or SCTP, by name or by number."
              }
            },
            "required": [
              "name",
              "port",
              "protocol"
            ],
            "additionalProperties": false
          }
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
    }
  }
};
