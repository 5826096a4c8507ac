export default {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "netpol:policy/calicotier.v3",
  "title": "Tier",
  "type": "object",
  "description": "A group of policies that has the word before others.",
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
        "Tier"
      ]
    },
    "metadata": {
      "$ref": "#/$defs/ObjectMeta",
      "description": "The tier's name, which policies stand in it by."
    },
    "spec": {
      "type": "object",
      "description": "Its place, and what becomes of traffic that none of its policies decides.",
      "properties": {
        "order": {
          "type": "number",
          "description": "Its place among the tiers: the lower number has the word first; missing: 1000000, the place of tier default."
        },
        "defaultAction": {
          "type": "string",
          "description": "What becomes of traffic that no rule matches, on endpoints that some policy of the tier selects: Deny, or Pass to the next tier.",
          "enum": [
            "Pass",
            "Deny"
          ],
          "default": "Deny"
        }
      },
      "additionalProperties": false
    },
    "status": {
      "type": "object",
      "description": "What Calico says of the tier; nobody writes it.",
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
    }
  }
};
