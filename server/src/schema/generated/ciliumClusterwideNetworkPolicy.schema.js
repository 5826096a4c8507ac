export default {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "netpol:policy/ciliumclusterwidenetworkpolicy.v2",
  "title": "CiliumClusterwideNetworkPolicy",
  "type": "object",
  "description": "Rules of Cilium for pods of all namespaces, or for nodes.",
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
        "CiliumClusterwideNetworkPolicy"
      ]
    },
    "metadata": {
      "$ref": "#/$defs/ObjectMeta",
      "description": "The object's name and labels."
    },
    "spec": {
      "$ref": "#/$defs/Rule",
      "description": "One rule."
    },
    "specs": {
      "type": "array",
      "description": "Several rules, which stand or fall together.",
      "items": {
        "$ref": "#/$defs/Rule"
      }
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
  "x-some-of": [
    "spec",
    "specs"
  ],
  "x-since": {
    "x-some-of": "1.20"
  },
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
    "Rule": {
      "type": "object",
      "description": "The endpoints or nodes that it is for, and what they may do.",
      "properties": {
        "description": {
          "type": "string",
          "description": "What the rule is for, in words."
        },
        "endpointSelector": {
          "$ref": "#/$defs/Selector",
          "description": "The pods that it is for, by their labels."
        },
        "nodeSelector": {
          "$ref": "#/$defs/Selector",
          "description": "The nodes that it is for, by their labels; only in a CiliumClusterwideNetworkPolicy."
        },
        "ingress": {
          "type": "array",
          "description": "Traffic that may come in.",
          "items": {
            "$ref": "#/$defs/IngressItem"
          }
        },
        "ingressDeny": {
          "type": "array",
          "description": "Traffic that must not come in, whatever else allows it.",
          "items": {
            "$ref": "#/$defs/IngressDenyItem"
          }
        },
        "egress": {
          "type": "array",
          "description": "Traffic that may go out.",
          "items": {
            "$ref": "#/$defs/EgressItem"
          }
        },
        "egressDeny": {
          "type": "array",
          "description": "Traffic that must not go out, whatever else allows it.",
          "items": {
            "$ref": "#/$defs/EgressDenyItem"
          }
        },
        "enableDefaultDeny": {
          "type": "object",
          "description": "Whether all that no rule allows is denied; missing: in each direction that has items.",
          "properties": {
            "ingress": {
              "type": "boolean",
              "description": "Whether it denies ingress by default."
            },
            "egress": {
              "type": "boolean",
              "description": "Whether it denies egress by default."
            }
          },
          "additionalProperties": false
        },
        "labels": {
          "type": "array",
          "description": "Labels of the rule itself.",
          "items": {
            "type": "object",
            "description": "One label.",
            "properties": {
              "key": {
                "type": "string",
                "description": "The key of the label."
              },
              "value": {
                "type": "string",
                "description": "The value of the label."
              },
              "source": {
                "type": "string",
                "description": "Where the label comes from."
              }
            },
            "required": [
              "key"
            ],
            "additionalProperties": false
          }
        },
        "log": {
          "type": "object",
          "description": "What flow logs say of the rule.",
          "properties": {
            "value": {
              "type": "string",
              "description": "A text of at most 32 characters.",
              "maxLength": 32
            }
          },
          "additionalProperties": false,
          "x-releases": {
            "since": "1.19"
          }
        }
      },
      "additionalProperties": false,
      "x-one-of": [
        "endpointSelector",
        "nodeSelector"
      ],
      "x-some-of": [
        "ingress",
        "ingressDeny",
        "egress",
        "egressDeny"
      ],
      "x-since": {
        "x-some-of": "1.18"
      }
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
    "IngressItem": {
      "type": "object",
      "description": "Allowed ingress: peers and ports must both match.",
      "properties": {
        "fromEndpoints": {
          "type": "array",
          "description": "Pods that the traffic comes from, by their labels.",
          "items": {
            "$ref": "#/$defs/Selector"
          }
        },
        "fromCIDR": {
          "type": "array",
          "description": "Addresses outside of the cluster that the traffic comes from.",
          "items": {
            "type": "string",
            "description": "A block such as `192.0.2.0/24`.",
            "format": "cidr"
          }
        },
        "fromCIDRSet": {
          "type": "array",
          "description": "Addresses outside of the cluster that the traffic comes from, with exceptions.",
          "items": {
            "$ref": "#/$defs/CIDRSet"
          }
        },
        "fromEntities": {
          "$ref": "#/$defs/Entities",
          "description": "Parties that the traffic comes from, by what they are to Cilium."
        },
        "fromNodes": {
          "type": "array",
          "description": "Nodes that the traffic comes from, by their labels.",
          "items": {
            "$ref": "#/$defs/Selector"
          }
        },
        "fromGroups": {
          "$ref": "#/$defs/Groups",
          "description": "Security groups of AWS that the traffic comes from."
        },
        "fromRequires": {
          "type": "array",
          "description": "Labels that the peers of every rule must have, too.",
          "items": {
            "$ref": "#/$defs/Selector"
          },
          "x-releases": {
            "until": "1.19"
          },
          "deprecated": true
        },
        "toPorts": {
          "type": "array",
          "description": "Destination ports, any of which matches; missing: every port and protocol.",
          "items": {
            "$ref": "#/$defs/PortRule"
          }
        },
        "icmps": {
          "$ref": "#/$defs/ICMPs",
          "description": "ICMP messages, any of which matches."
        },
        "authentication": {
          "$ref": "#/$defs/Authentication",
          "description": "How the peer has to prove who it is."
        }
      },
      "additionalProperties": false
    },
    "CIDRSet": {
      "type": "object",
      "description": "A block of addresses, or a group of blocks.",
      "properties": {
        "cidr": {
          "type": "string",
          "description": "A block such as `192.0.2.0/24`.",
          "format": "cidr"
        },
        "cidrGroupRef": {
          "type": "string",
          "description": "The name of a CiliumCIDRGroup.",
          "maxLength": 253,
          "pattern": "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
        },
        "cidrGroupSelector": {
          "$ref": "#/$defs/Selector",
          "description": "Every CiliumCIDRGroup with these labels.",
          "x-releases": {
            "since": "1.17"
          }
        },
        "except": {
          "type": "array",
          "description": "Blocks inside `cidr` that this entry does not cover.",
          "items": {
            "type": "string",
            "description": "A block such as `192.0.2.0/24`.",
            "format": "cidr"
          }
        }
      },
      "additionalProperties": false,
      "x-one-of": [
        "cidr",
        "cidrGroupRef",
        "cidrGroupSelector"
      ]
    },
    "Entities": {
      "type": "array",
      "description": "Parties by what they are to Cilium, any of which matches.",
      "items": {
        "type": "string",
        "description": "What the party is.",
        "enum": [
          "all",
          "world",
          "cluster",
          "host",
          "init",
          "ingress",
          "unmanaged",
          "remote-node",
          "health",
          "none",
          "kube-apiserver",
          "cluster-mesh"
        ],
        "x-values": {
          "cluster-mesh": "1.20"
        }
      }
    },
    "Groups": {
      "type": "array",
      "description": "Security groups of AWS, whose members are looked up.",
      "items": {
        "type": "object",
        "description": "Instances of AWS.",
        "properties": {
          "aws": {
            "type": "object",
            "description": "Which instances of AWS.",
            "properties": {
              "labels": {
                "type": "object",
                "description": "Tags of the instances.",
                "additionalProperties": {
                  "type": "string",
                  "description": "The value of the tag."
                }
              },
              "region": {
                "type": "string",
                "description": "The region of AWS."
              },
              "securityGroupsIds": {
                "type": "array",
                "description": "Security groups by id.",
                "items": {
                  "type": "string",
                  "description": "The id of a group."
                }
              },
              "securityGroupsNames": {
                "type": "array",
                "description": "Security groups by name.",
                "items": {
                  "type": "string",
                  "description": "The name of a group."
                }
              }
            },
            "additionalProperties": false
          }
        },
        "additionalProperties": false
      }
    },
    "PortRule": {
      "type": "object",
      "description": "Ports, and what may be said there.",
      "properties": {
        "ports": {
          "type": "array",
          "description": "The ports, any of which matches.",
          "items": {
            "$ref": "#/$defs/Port"
          },
          "maxItems": 40
        },
        "rules": {
          "type": "object",
          "description": "Requests that are let through; of exactly one protocol.",
          "properties": {
            "http": {
              "type": "array",
              "description": "HTTP requests, any of which is let through.",
              "items": {
                "type": "object",
                "description": "All conditions on one request must hold.",
                "properties": {
                  "method": {
                    "type": "string",
                    "description": "A regular expression for the whole method."
                  },
                  "path": {
                    "type": "string",
                    "description": "A regular expression for the whole path."
                  },
                  "host": {
                    "type": "string",
                    "description": "A regular expression for the whole host."
                  },
                  "headers": {
                    "type": "array",
                    "description": "Headers that must be there, as `X-Key value`.",
                    "items": {
                      "type": "string",
                      "description": "A header, by itself or with its value."
                    }
                  },
                  "headerMatches": {
                    "type": "array",
                    "description": "Headers that must have a value.",
                    "items": {
                      "type": "object",
                      "description": "One header.",
                      "properties": {
                        "name": {
                          "type": "string",
                          "description": "The name of the header.",
                          "minLength": 1
                        },
                        "value": {
                          "type": "string",
                          "description": "The value of the header."
                        },
                        "secret": {
                          "$ref": "#/$defs/Secret",
                          "description": "The Secret with the value."
                        },
                        "mismatch": {
                          "type": "string",
                          "description": "What is done where the header is another; missing: the request is refused.",
                          "enum": [
                            "LOG",
                            "ADD",
                            "DELETE",
                            "REPLACE"
                          ]
                        }
                      },
                      "required": [
                        "name"
                      ],
                      "additionalProperties": false
                    }
                  }
                },
                "additionalProperties": false
              }
            },
            "dns": {
              "type": "array",
              "description": "DNS names that may be asked for.",
              "items": {
                "$ref": "#/$defs/Name",
                "description": "A name, or a pattern of names."
              }
            },
            "kafka": {
              "type": "array",
              "description": "Requests of Kafka that are let through.",
              "items": {
                "type": "object",
                "description": "Conditions on one request.",
                "properties": {
                  "role": {
                    "type": "string",
                    "description": "What the client does.",
                    "enum": [
                      "produce",
                      "consume"
                    ]
                  },
                  "apiKey": {
                    "type": "string",
                    "description": "The kind of the request."
                  },
                  "apiVersion": {
                    "type": "string",
                    "description": "The version of the request."
                  },
                  "clientID": {
                    "type": "string",
                    "description": "The client that asks."
                  },
                  "topic": {
                    "type": "string",
                    "description": "The topic of the request.",
                    "maxLength": 255
                  }
                },
                "additionalProperties": false
              },
              "x-releases": {
                "until": "1.20"
              },
              "deprecated": true
            },
            "l7proto": {
              "type": "string",
              "description": "The name of a parser for another protocol.",
              "x-releases": {
                "until": "1.20"
              },
              "deprecated": true
            },
            "l7": {
              "type": "array",
              "description": "Requests that the parser lets through.",
              "items": {
                "type": "object",
                "description": "Keys and values for the parser.",
                "additionalProperties": {
                  "type": "string",
                  "description": "A value."
                }
              },
              "x-releases": {
                "until": "1.20"
              },
              "deprecated": true
            }
          },
          "additionalProperties": false,
          "x-one-of": [
            "http",
            "dns",
            "kafka",
            "l7proto"
          ]
        },
        "terminatingTLS": {
          "$ref": "#/$defs/TLS",
          "description": "How TLS of the client is ended, so that requests can be read."
        },
        "originatingTLS": {
          "$ref": "#/$defs/TLS",
          "description": "How TLS to the server is begun."
        },
        "serverNames": {
          "type": "array",
          "description": "Names of servers in TLS, any of which matches.",
          "items": {
            "type": "string",
            "description": "A name of a server.",
            "maxLength": 255,
            "x-since": {
              "maxLength": "1.18"
            }
          },
          "minItems": 1,
          "uniqueItems": true,
          "x-since": {
            "minItems": "1.18",
            "uniqueItems": "1.18"
          }
        },
        "listener": {
          "type": "object",
          "description": "A listener of Envoy that the traffic is sent to.",
          "properties": {
            "envoyConfig": {
              "type": "object",
              "description": "The configuration that has the listener.",
              "properties": {
                "kind": {
                  "type": "string",
                  "description": "The kind of the configuration.",
                  "enum": [
                    "CiliumEnvoyConfig",
                    "CiliumClusterwideEnvoyConfig"
                  ]
                },
                "name": {
                  "type": "string",
                  "description": "The name of the configuration.",
                  "minLength": 1
                }
              },
              "required": [
                "name"
              ],
              "additionalProperties": false
            },
            "name": {
              "type": "string",
              "description": "The name of the listener.",
              "minLength": 1
            },
            "priority": {
              "type": "integer",
              "description": "Which listener wins where several match; the lowest number does.",
              "minimum": 1,
              "maximum": 100
            }
          },
          "required": [
            "envoyConfig",
            "name"
          ],
          "additionalProperties": false
        }
      },
      "additionalProperties": false
    },
    "Port": {
      "type": "object",
      "description": "One port, or a range of ports.",
      "properties": {
        "port": {
          "type": "string",
          "description": "The number of a port in quotes, or its name; `\"0\"` means every port of the protocol."
        },
        "endPort": {
          "type": "integer",
          "description": "The last port of a range that begins at `port`.",
          "minimum": 0,
          "maximum": 65535
        },
        "protocol": {
          "type": "string",
          "description": "The protocol; missing or ANY means TCP, UDP and SCTP.",
          "enum": [
            "TCP",
            "UDP",
            "SCTP",
            "VRRP",
            "IGMP",
            "GRE",
            "IPIP",
            "IPV6",
            "ESP",
            "AH",
            "ANY"
          ],
          "x-values": {
            "VRRP": "1.19",
            "IGMP": "1.19",
            "GRE": "1.20",
            "IPIP": "1.20",
            "IPV6": "1.20",
            "ESP": "1.20",
            "AH": "1.20"
          }
        }
      },
      "additionalProperties": false
    },
    "Secret": {
      "type": "object",
      "description": "A Secret of Kubernetes.",
      "properties": {
        "name": {
          "type": "string",
          "description": "The name of the Secret."
        },
        "namespace": {
          "type": "string",
          "description": "The namespace of the Secret."
        }
      },
      "required": [
        "name"
      ],
      "additionalProperties": false
    },
    "Name": {
      "type": "object",
      "description": "A DNS name, or a pattern of names.",
      "properties": {
        "matchName": {
          "type": "string",
          "description": "The whole name, such as `api.example.com`.",
          "maxLength": 255,
          "pattern": "^([-a-zA-Z0-9_]+[.]?)+$",
          "x-since": {
            "maxLength": "1.17"
          }
        },
        "matchPattern": {
          "type": "string",
          "description": "A pattern of names; `*` stands for any characters inside one label, never for a dot.",
          "maxLength": 255,
          "pattern": "^([-a-zA-Z0-9_*]+[.]?)+$",
          "x-since": {
            "maxLength": "1.17"
          }
        }
      },
      "additionalProperties": false,
      "x-one-of": [
        "matchName",
        "matchPattern"
      ]
    },
    "TLS": {
      "type": "object",
      "description": "How TLS is ended, or begun.",
      "properties": {
        "secret": {
          "$ref": "#/$defs/Secret",
          "description": "The Secret with the keys."
        },
        "trustedCA": {
          "type": "string",
          "description": "The key in the Secret with the certificates that are trusted."
        },
        "certificate": {
          "type": "string",
          "description": "The key in the Secret with the certificate."
        },
        "privateKey": {
          "type": "string",
          "description": "The key in the Secret with the private key."
        }
      },
      "required": [
        "secret"
      ],
      "additionalProperties": false
    },
    "ICMPs": {
      "type": "array",
      "description": "ICMP messages, any of which matches; not beside `toPorts`.",
      "items": {
        "type": "object",
        "description": "A list of ICMP messages.",
        "properties": {
          "fields": {
            "type": "array",
            "description": "The messages, any of which matches.",
            "items": {
              "type": "object",
              "description": "One type of message.",
              "properties": {
                "family": {
                  "type": "string",
                  "description": "The IP version of the message.",
                  "enum": [
                    "IPv4",
                    "IPv6"
                  ],
                  "default": "IPv4"
                },
                "type": {
                  "type": [
                    "integer",
                    "string"
                  ],
                  "description": "The type, by number or by name, such as `EchoRequest`."
                }
              },
              "required": [
                "type"
              ],
              "additionalProperties": false
            },
            "maxItems": 40
          }
        },
        "additionalProperties": false
      }
    },
    "Authentication": {
      "type": "object",
      "description": "How the peer has to prove who it is.",
      "properties": {
        "mode": {
          "type": "string",
          "description": "What is asked of the peer.",
          "enum": [
            "disabled",
            "required",
            "test-always-fail"
          ]
        }
      },
      "required": [
        "mode"
      ],
      "additionalProperties": false
    },
    "IngressDenyItem": {
      "type": "object",
      "description": "Denied ingress: peers and ports must both match.",
      "properties": {
        "fromEndpoints": {
          "type": "array",
          "description": "Pods that the traffic comes from, by their labels.",
          "items": {
            "$ref": "#/$defs/Selector"
          }
        },
        "fromCIDR": {
          "type": "array",
          "description": "Addresses outside of the cluster that the traffic comes from.",
          "items": {
            "type": "string",
            "description": "A block such as `192.0.2.0/24`.",
            "format": "cidr"
          }
        },
        "fromCIDRSet": {
          "type": "array",
          "description": "Addresses outside of the cluster that the traffic comes from, with exceptions.",
          "items": {
            "$ref": "#/$defs/CIDRSet"
          }
        },
        "fromEntities": {
          "$ref": "#/$defs/Entities",
          "description": "Parties that the traffic comes from, by what they are to Cilium."
        },
        "fromNodes": {
          "type": "array",
          "description": "Nodes that the traffic comes from, by their labels.",
          "items": {
            "$ref": "#/$defs/Selector"
          }
        },
        "fromGroups": {
          "$ref": "#/$defs/Groups",
          "description": "Security groups of AWS that the traffic comes from."
        },
        "fromRequires": {
          "type": "array",
          "description": "Labels that the peers of every rule must have, too.",
          "items": {
            "$ref": "#/$defs/Selector"
          },
          "x-releases": {
            "until": "1.19"
          },
          "deprecated": true
        },
        "toPorts": {
          "type": "array",
          "description": "Destination ports, any of which matches; missing: every port and protocol.",
          "items": {
            "$ref": "#/$defs/PortDenyRule"
          }
        },
        "icmps": {
          "$ref": "#/$defs/ICMPs",
          "description": "ICMP messages, any of which matches."
        }
      },
      "additionalProperties": false
    },
    "PortDenyRule": {
      "type": "object",
      "description": "Ports that are denied.",
      "properties": {
        "ports": {
          "type": "array",
          "description": "The ports, any of which matches.",
          "items": {
            "$ref": "#/$defs/Port"
          }
        }
      },
      "additionalProperties": false
    },
    "EgressItem": {
      "type": "object",
      "description": "Allowed egress: peers and ports must both match.",
      "properties": {
        "toEndpoints": {
          "type": "array",
          "description": "Pods that the traffic goes to, by their labels.",
          "items": {
            "$ref": "#/$defs/Selector"
          }
        },
        "toCIDR": {
          "type": "array",
          "description": "Addresses outside of the cluster that the traffic goes to.",
          "items": {
            "type": "string",
            "description": "A block such as `192.0.2.0/24`.",
            "format": "cidr"
          }
        },
        "toCIDRSet": {
          "type": "array",
          "description": "Addresses outside of the cluster that the traffic goes to, with exceptions.",
          "items": {
            "$ref": "#/$defs/CIDRSet"
          }
        },
        "toEntities": {
          "$ref": "#/$defs/Entities",
          "description": "Parties that the traffic goes to, by what they are to Cilium."
        },
        "toNodes": {
          "type": "array",
          "description": "Nodes that the traffic goes to, by their labels.",
          "items": {
            "$ref": "#/$defs/Selector"
          }
        },
        "toGroups": {
          "$ref": "#/$defs/Groups",
          "description": "Security groups of AWS that the traffic goes to."
        },
        "toServices": {
          "$ref": "#/$defs/Services",
          "description": "Services that the traffic goes to."
        },
        "toFQDNs": {
          "type": "array",
          "description": "DNS names that the traffic goes to; only what the DNS proxy has seen is known.",
          "items": {
            "$ref": "#/$defs/Name"
          }
        },
        "toRequires": {
          "type": "array",
          "description": "Labels that the peers of every rule must have, too.",
          "items": {
            "$ref": "#/$defs/Selector"
          },
          "x-releases": {
            "until": "1.19"
          },
          "deprecated": true
        },
        "toPorts": {
          "type": "array",
          "description": "Destination ports, any of which matches; missing: every port and protocol.",
          "items": {
            "$ref": "#/$defs/PortRule"
          }
        },
        "icmps": {
          "$ref": "#/$defs/ICMPs",
          "description": "ICMP messages, any of which matches."
        },
        "authentication": {
          "$ref": "#/$defs/Authentication",
          "description": "How the peer has to prove who it is."
        }
      },
      "additionalProperties": false
    },
    "Services": {
      "type": "array",
      "description": "Services of Kubernetes, for whose pods or addresses the rule is.",
      "items": {
        "type": "object",
        "description": "One Service, or Services by their labels.",
        "properties": {
          "k8sService": {
            "type": "object",
            "description": "A Service by its name.",
            "properties": {
              "serviceName": {
                "type": "string",
                "description": "The name of the Service."
              },
              "namespace": {
                "type": "string",
                "description": "The namespace of the Service."
              }
            },
            "additionalProperties": false
          },
          "k8sServiceSelector": {
            "type": "object",
            "description": "Services by their labels.",
            "properties": {
              "selector": {
                "$ref": "#/$defs/Selector",
                "description": "The labels of the Services."
              },
              "namespace": {
                "type": "string",
                "description": "The namespace of the Services; missing: every namespace."
              }
            },
            "required": [
              "selector"
            ],
            "additionalProperties": false
          }
        },
        "additionalProperties": false
      }
    },
    "EgressDenyItem": {
      "type": "object",
      "description": "Denied egress: peers and ports must both match.",
      "properties": {
        "toEndpoints": {
          "type": "array",
          "description": "Pods that the traffic goes to, by their labels.",
          "items": {
            "$ref": "#/$defs/Selector"
          }
        },
        "toCIDR": {
          "type": "array",
          "description": "Addresses outside of the cluster that the traffic goes to.",
          "items": {
            "type": "string",
            "description": "A block such as `192.0.2.0/24`.",
            "format": "cidr"
          }
        },
        "toCIDRSet": {
          "type": "array",
          "description": "Addresses outside of the cluster that the traffic goes to, with exceptions.",
          "items": {
            "$ref": "#/$defs/CIDRSet"
          }
        },
        "toEntities": {
          "$ref": "#/$defs/Entities",
          "description": "Parties that the traffic goes to, by what they are to Cilium."
        },
        "toNodes": {
          "type": "array",
          "description": "Nodes that the traffic goes to, by their labels.",
          "items": {
            "$ref": "#/$defs/Selector"
          }
        },
        "toGroups": {
          "$ref": "#/$defs/Groups",
          "description": "Security groups of AWS that the traffic goes to."
        },
        "toServices": {
          "$ref": "#/$defs/Services",
          "description": "Services that the traffic goes to."
        },
        "toRequires": {
          "type": "array",
          "description": "Labels that the peers of every rule must have, too.",
          "items": {
            "$ref": "#/$defs/Selector"
          },
          "x-releases": {
            "until": "1.19"
          },
          "deprecated": true
        },
        "toPorts": {
          "type": "array",
          "description": "Destination ports, any of which matches; missing: every port and protocol.",
          "items": {
            "$ref": "#/$defs/PortDenyRule"
          }
        },
        "icmps": {
          "$ref": "#/$defs/ICMPs",
          "description": "ICMP messages, any of which matches."
        }
      },
      "additionalProperties": false
    }
  }
};
