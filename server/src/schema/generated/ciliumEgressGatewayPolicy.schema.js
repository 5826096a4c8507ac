export default {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "netpol:policy/ciliumegressgatewaypolicy.v2",
  "title": "CiliumEgressGatewayPolicy",
  "type": "object",
  "description": "Traffic that leaves the cluster through certain nodes.",
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
        "CiliumEgressGatewayPolicy"
      ]
    },
    "metadata": {
      "$ref": "#/$defs/ObjectMeta",
      "description": "The object's name and labels."
    },
    "spec": {
      "$ref": "#/$defs/EgressGatewayPolicy",
      "description": "Which traffic, and through which node."
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
    "EgressGatewayPolicy": {
      "type": "object",
      "description": "The pods, their destinations outside, and the node through which they go.",
      "properties": {
        "selectors": {
          "type": "array",
          "description": "The pods whose traffic it is for.",
          "items": {
            "type": "object",
            "description": "Pods by their labels and those of their namespaces and nodes.",
            "properties": {
              "namespaceSelector": {
                "$ref": "#/$defs/Selector",
                "description": "The labels of the namespaces."
              },
              "podSelector": {
                "$ref": "#/$defs/Selector",
                "description": "The labels of the pods."
              },
              "nodeSelector": {
                "$ref": "#/$defs/Selector",
                "description": "The labels of the nodes that the pods run on."
              }
            }
          }
        },
        "destinationCIDRs": {
          "type": "array",
          "description": "The destinations, outside of the cluster.",
          "items": {
            "type": "string",
            "description": "A block such as `192.0.2.0/24`."
          }
        },
        "excludedCIDRs": {
          "type": "array",
          "description": "Parts of the destinations for which it is not.",
          "items": {
            "type": "string",
            "description": "A block such as `192.0.2.0/24`."
          }
        },
        "egressGateway": {
          "$ref": "#/$defs/EgressGateway",
          "description": "The node through which the traffic leaves."
        },
        "egressGateways": {
          "type": "array",
          "description": "Several nodes, among which the pods are shared out.",
          "items": {
            "$ref": "#/$defs/EgressGateway"
          }
        }
      },
      "required": [
        "selectors",
        "destinationCIDRs"
      ]
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
    },
    "EgressGateway": {
      "type": "object",
      "description": "The node through which the traffic leaves, and its address then.",
      "properties": {
        "nodeSelector": {
          "$ref": "#/$defs/Selector",
          "description": "The labels of the node; of several the first by name."
        },
        "interface": {
          "type": "string",
          "description": "The network interface whose address the traffic gets."
        },
        "egressIP": {
          "type": "string",
          "description": "The address that the traffic gets."
        }
      },
      "required": [
        "nodeSelector"
      ]
    }
  }
};
