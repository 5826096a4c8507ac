export default {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "netpol:policy/ciliumlocalredirectpolicy.v2",
  "title": "CiliumLocalRedirectPolicy",
  "type": "object",
  "description": "Traffic that goes to pods of the same node instead.",
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
        "CiliumLocalRedirectPolicy"
      ]
    },
    "metadata": {
      "$ref": "#/$defs/ObjectMeta",
      "description": "The object's name and labels."
    },
    "spec": {
      "$ref": "#/$defs/Redirect",
      "description": "Which traffic is redirected, and where to."
    },
    "status": {
      "type": "object",
      "description": "What Cilium found out; nobody writes it.",
      "readOnly": true
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
    "Redirect": {
      "type": "object",
      "description": "Which traffic is redirected, and where to.",
      "properties": {
        "redirectFrontend": {
          "type": "object",
          "description": "Which traffic is redirected: that to an address, or that to a Service. It cannot be changed later.",
          "properties": {
            "addressMatcher": {
              "type": "object",
              "description": "Traffic to an address.",
              "properties": {
                "ip": {
                  "type": "string",
                  "description": "The address."
                },
                "toPorts": {
                  "type": "array",
                  "description": "The ports of the address.",
                  "items": {
                    "$ref": "#/$defs/RedirectPort"
                  }
                }
              },
              "required": [
                "ip",
                "toPorts"
              ],
              "additionalProperties": false
            },
            "serviceMatcher": {
              "type": "object",
              "description": "Traffic to the address of a Service.",
              "properties": {
                "serviceName": {
                  "type": "string",
                  "description": "The name of the Service."
                },
                "namespace": {
                  "type": "string",
                  "description": "The namespace of the Service, which is that of the policy."
                },
                "toPorts": {
                  "type": "array",
                  "description": "The ports of the Service; missing: all of them.",
                  "items": {
                    "$ref": "#/$defs/RedirectPort"
                  }
                }
              },
              "required": [
                "serviceName",
                "namespace"
              ],
              "additionalProperties": false
            }
          },
          "additionalProperties": false,
          "x-one-of": [
            "addressMatcher",
            "serviceMatcher"
          ]
        },
        "redirectBackend": {
          "type": "object",
          "description": "The pods of the same node that get the traffic. It cannot be changed later.",
          "properties": {
            "localEndpointSelector": {
              "$ref": "#/$defs/Selector",
              "description": "The labels of the pods."
            },
            "toPorts": {
              "type": "array",
              "description": "The ports of the pods.",
              "items": {
                "$ref": "#/$defs/RedirectPort"
              }
            }
          },
          "required": [
            "localEndpointSelector",
            "toPorts"
          ],
          "additionalProperties": false
        },
        "skipRedirectFromBackend": {
          "type": "boolean",
          "description": "Whether what these pods send themselves is left alone.",
          "default": false
        },
        "description": {
          "type": "string",
          "description": "What the policy is for, in words."
        }
      },
      "required": [
        "redirectFrontend",
        "redirectBackend"
      ],
      "additionalProperties": false
    },
    "RedirectPort": {
      "type": "object",
      "description": "One port.",
      "properties": {
        "port": {
          "type": "string",
          "description": "The number of the port, in quotes."
        },
        "protocol": {
          "type": "string",
          "description": "The protocol.",
          "enum": [
            "TCP",
            "UDP"
          ]
        },
        "name": {
          "type": "string",
          "description": "A name by which the ports of both sides find each other; needed where there are several."
        }
      },
      "required": [
        "port",
        "protocol"
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
