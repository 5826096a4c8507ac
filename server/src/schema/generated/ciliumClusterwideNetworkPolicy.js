"use strict";
export const validate = validate52;
export default validate52;
const schema19 = {"$id":"netpol:policy/ciliumclusterwidenetworkpolicy.v2","type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"#/$defs/ObjectMeta"},"spec":{"$ref":"#/$defs/Rule"},"specs":{"type":"array","items":{"$ref":"#/$defs/Rule"}},"status":{"type":"object"}},"required":["apiVersion","kind","metadata"],"additionalProperties":false,"$defs":{"ObjectMeta":{"type":"object","properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"finalizers":{"type":"array","items":{"type":"string"}},"ownerReferences":{"type":"array","items":{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}},"required":["apiVersion","kind","name","uid"],"additionalProperties":false}},"creationTimestamp":{"type":"string"},"deletionTimestamp":{"type":"string"},"deletionGracePeriodSeconds":{"type":"integer"},"generation":{"type":"integer"},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"},"managedFields":{"type":"array","items":{"type":"object"}}},"additionalProperties":false},"Rule":{"type":"object","properties":{"description":{"type":"string"},"endpointSelector":{"$ref":"#/$defs/Selector"},"nodeSelector":{"$ref":"#/$defs/Selector"},"ingress":{"type":"array","items":{"$ref":"#/$defs/IngressItem"}},"ingressDeny":{"type":"array","items":{"$ref":"#/$defs/IngressDenyItem"}},"egress":{"type":"array","items":{"$ref":"#/$defs/EgressItem"}},"egressDeny":{"type":"array","items":{"$ref":"#/$defs/EgressDenyItem"}},"enableDefaultDeny":{"type":"object","properties":{"ingress":{"type":"boolean"},"egress":{"type":"boolean"}},"additionalProperties":false},"labels":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"value":{"type":"string"},"source":{"type":"string"}},"required":["key"],"additionalProperties":false}},"log":{"type":"object","properties":{"value":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false},"Selector":{"type":"object","properties":{"matchLabels":{"type":"object","additionalProperties":{"type":"string"}},"matchExpressions":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"operator":{"type":"string"},"values":{"type":"array","items":{"type":"string"}}},"required":["key","operator"],"additionalProperties":false}}},"additionalProperties":false},"IngressItem":{"type":"object","properties":{"fromEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromCIDR":{"type":"array","items":{"type":"string"}},"fromCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"fromEntities":{"$ref":"#/$defs/Entities"},"fromNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromGroups":{"$ref":"#/$defs/Groups"},"fromRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortRule"}},"icmps":{"$ref":"#/$defs/ICMPs"},"authentication":{"$ref":"#/$defs/Authentication"}},"additionalProperties":false},"CIDRSet":{"type":"object","properties":{"cidr":{"type":"string"},"cidrGroupRef":{"type":"string"},"cidrGroupSelector":{"$ref":"#/$defs/Selector"},"except":{"type":"array","items":{"type":"string"}}},"additionalProperties":false},"Entities":{"type":"array","items":{"type":"string"}},"Groups":{"type":"array","items":{"type":"object","properties":{"aws":{"type":"object","properties":{"labels":{"type":"object","additionalProperties":{"type":"string"}},"region":{"type":"string"},"securityGroupsIds":{"type":"array","items":{"type":"string"}},"securityGroupsNames":{"type":"array","items":{"type":"string"}}},"additionalProperties":false}},"additionalProperties":false}},"PortRule":{"type":"object","properties":{"ports":{"type":"array","items":{"$ref":"#/$defs/Port"}},"rules":{"type":"object","properties":{"http":{"type":"array","items":{"type":"object","properties":{"method":{"type":"string"},"path":{"type":"string"},"host":{"type":"string"},"headers":{"type":"array","items":{"type":"string"}},"headerMatches":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"value":{"type":"string"},"secret":{"$ref":"#/$defs/Secret"},"mismatch":{"type":"string"}},"required":["name"],"additionalProperties":false}}},"additionalProperties":false}},"dns":{"type":"array","items":{"$ref":"#/$defs/Name"}},"kafka":{"type":"array","items":{"type":"object","properties":{"role":{"type":"string"},"apiKey":{"type":"string"},"apiVersion":{"type":"string"},"clientID":{"type":"string"},"topic":{"type":"string"}},"additionalProperties":false}},"l7proto":{"type":"string"},"l7":{"type":"array","items":{"type":"object","additionalProperties":{"type":"string"}}}},"additionalProperties":false},"terminatingTLS":{"$ref":"#/$defs/TLS"},"originatingTLS":{"$ref":"#/$defs/TLS"},"serverNames":{"type":"array","items":{"type":"string"}},"listener":{"type":"object","properties":{"envoyConfig":{"type":"object","properties":{"kind":{"type":"string"},"name":{"type":"string"}},"required":["name"],"additionalProperties":false},"name":{"type":"string"},"priority":{"type":"integer"}},"required":["envoyConfig","name"],"additionalProperties":false}},"additionalProperties":false},"Port":{"type":"object","properties":{"port":{"type":"string"},"endPort":{"type":"integer"},"protocol":{"type":"string"}},"additionalProperties":false},"Secret":{"type":"object","properties":{"name":{"type":"string"},"namespace":{"type":"string"}},"required":["name"],"additionalProperties":false},"Name":{"type":"object","properties":{"matchName":{"type":"string"},"matchPattern":{"type":"string"}},"additionalProperties":false},"TLS":{"type":"object","properties":{"secret":{"$ref":"#/$defs/Secret"},"trustedCA":{"type":"string"},"certificate":{"type":"string"},"privateKey":{"type":"string"}},"required":["secret"],"additionalProperties":false},"ICMPs":{"type":"array","items":{"type":"object","properties":{"fields":{"type":"array","items":{"type":"object","properties":{"family":{"type":"string"},"type":{"type":["integer","string"]}},"required":["type"],"additionalProperties":false}}},"additionalProperties":false}},"Authentication":{"type":"object","properties":{"mode":{"type":"string"}},"required":["mode"],"additionalProperties":false},"IngressDenyItem":{"type":"object","properties":{"fromEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromCIDR":{"type":"array","items":{"type":"string"}},"fromCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"fromEntities":{"$ref":"#/$defs/Entities"},"fromNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromGroups":{"$ref":"#/$defs/Groups"},"fromRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortDenyRule"}},"icmps":{"$ref":"#/$defs/ICMPs"}},"additionalProperties":false},"PortDenyRule":{"type":"object","properties":{"ports":{"type":"array","items":{"$ref":"#/$defs/Port"}}},"additionalProperties":false},"EgressItem":{"type":"object","properties":{"toEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toCIDR":{"type":"array","items":{"type":"string"}},"toCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"toEntities":{"$ref":"#/$defs/Entities"},"toNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toGroups":{"$ref":"#/$defs/Groups"},"toServices":{"$ref":"#/$defs/Services"},"toFQDNs":{"type":"array","items":{"$ref":"#/$defs/Name"}},"toRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortRule"}},"icmps":{"$ref":"#/$defs/ICMPs"},"authentication":{"$ref":"#/$defs/Authentication"}},"additionalProperties":false},"Services":{"type":"array","items":{"type":"object","properties":{"k8sService":{"type":"object","properties":{"serviceName":{"type":"string"},"namespace":{"type":"string"}},"additionalProperties":false},"k8sServiceSelector":{"type":"object","properties":{"selector":{"$ref":"#/$defs/Selector"},"namespace":{"type":"string"}},"required":["selector"],"additionalProperties":false}},"additionalProperties":false}},"EgressDenyItem":{"type":"object","properties":{"toEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toCIDR":{"type":"array","items":{"type":"string"}},"toCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"toEntities":{"$ref":"#/$defs/Entities"},"toNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toGroups":{"$ref":"#/$defs/Groups"},"toServices":{"$ref":"#/$defs/Services"},"toRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortDenyRule"}},"icmps":{"$ref":"#/$defs/ICMPs"}},"additionalProperties":false}}};
const schema20 = {"type":"object","properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"finalizers":{"type":"array","items":{"type":"string"}},"ownerReferences":{"type":"array","items":{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}},"required":["apiVersion","kind","name","uid"],"additionalProperties":false}},"creationTimestamp":{"type":"string"},"deletionTimestamp":{"type":"string"},"deletionGracePeriodSeconds":{"type":"integer"},"generation":{"type":"integer"},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"},"managedFields":{"type":"array","items":{"type":"object"}}},"additionalProperties":false};
const func1 = Object.prototype.hasOwnProperty;

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema20.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.name.type,parentSchema:schema20.properties.name,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.generateName !== undefined){
let data1 = data.generateName;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/generateName",schemaPath:"#/properties/generateName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.generateName.type,parentSchema:schema20.properties.generateName,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.namespace !== undefined){
let data2 = data.namespace;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.namespace.type,parentSchema:schema20.properties.namespace,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.labels !== undefined){
let data3 = data.labels;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
let data4 = data3[key1];
if(typeof data4 !== "string"){
const err4 = {instancePath:instancePath+"/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.labels.additionalProperties.type,parentSchema:schema20.properties.labels.additionalProperties,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema20.properties.labels.type,parentSchema:schema20.properties.labels,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.annotations !== undefined){
let data5 = data.annotations;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
let data6 = data5[key2];
if(typeof data6 !== "string"){
const err6 = {instancePath:instancePath+"/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.annotations.additionalProperties.type,parentSchema:schema20.properties.annotations.additionalProperties,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/annotations",schemaPath:"#/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema20.properties.annotations.type,parentSchema:schema20.properties.annotations,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.finalizers !== undefined){
let data7 = data.finalizers;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 !== "string"){
const err8 = {instancePath:instancePath+"/finalizers/" + i0,schemaPath:"#/properties/finalizers/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.finalizers.items.type,parentSchema:schema20.properties.finalizers.items,data:data8};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/finalizers",schemaPath:"#/properties/finalizers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema20.properties.finalizers.type,parentSchema:schema20.properties.finalizers,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.ownerReferences !== undefined){
let data9 = data.ownerReferences;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.apiVersion === undefined){
const err10 = {instancePath:instancePath+"/ownerReferences/" + i1,schemaPath:"#/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'",schema:schema20.properties.ownerReferences.items.required,parentSchema:schema20.properties.ownerReferences.items,data:data10};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data10.kind === undefined){
const err11 = {instancePath:instancePath+"/ownerReferences/" + i1,schemaPath:"#/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema20.properties.ownerReferences.items.required,parentSchema:schema20.properties.ownerReferences.items,data:data10};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data10.name === undefined){
const err12 = {instancePath:instancePath+"/ownerReferences/" + i1,schemaPath:"#/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema20.properties.ownerReferences.items.required,parentSchema:schema20.properties.ownerReferences.items,data:data10};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data10.uid === undefined){
const err13 = {instancePath:instancePath+"/ownerReferences/" + i1,schemaPath:"#/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "uid"},message:"must have required property '"+"uid"+"'",schema:schema20.properties.ownerReferences.items.required,parentSchema:schema20.properties.ownerReferences.items,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key3 in data10){
if(!((((((key3 === "apiVersion") || (key3 === "kind")) || (key3 === "name")) || (key3 === "uid")) || (key3 === "controller")) || (key3 === "blockOwnerDeletion"))){
const err14 = {instancePath:instancePath+"/ownerReferences/" + i1,schemaPath:"#/properties/ownerReferences/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema20.properties.ownerReferences.items,data:data10};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data10.apiVersion !== undefined){
let data11 = data10.apiVersion;
if(typeof data11 !== "string"){
const err15 = {instancePath:instancePath+"/ownerReferences/" + i1+"/apiVersion",schemaPath:"#/properties/ownerReferences/items/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.ownerReferences.items.properties.apiVersion.type,parentSchema:schema20.properties.ownerReferences.items.properties.apiVersion,data:data11};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data10.kind !== undefined){
let data12 = data10.kind;
if(typeof data12 !== "string"){
const err16 = {instancePath:instancePath+"/ownerReferences/" + i1+"/kind",schemaPath:"#/properties/ownerReferences/items/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.ownerReferences.items.properties.kind.type,parentSchema:schema20.properties.ownerReferences.items.properties.kind,data:data12};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data10.name !== undefined){
let data13 = data10.name;
if(typeof data13 !== "string"){
const err17 = {instancePath:instancePath+"/ownerReferences/" + i1+"/name",schemaPath:"#/properties/ownerReferences/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.ownerReferences.items.properties.name.type,parentSchema:schema20.properties.ownerReferences.items.properties.name,data:data13};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data10.uid !== undefined){
let data14 = data10.uid;
if(typeof data14 !== "string"){
const err18 = {instancePath:instancePath+"/ownerReferences/" + i1+"/uid",schemaPath:"#/properties/ownerReferences/items/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.ownerReferences.items.properties.uid.type,parentSchema:schema20.properties.ownerReferences.items.properties.uid,data:data14};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data10.controller !== undefined){
let data15 = data10.controller;
if(typeof data15 !== "boolean"){
const err19 = {instancePath:instancePath+"/ownerReferences/" + i1+"/controller",schemaPath:"#/properties/ownerReferences/items/properties/controller/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema20.properties.ownerReferences.items.properties.controller.type,parentSchema:schema20.properties.ownerReferences.items.properties.controller,data:data15};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data10.blockOwnerDeletion !== undefined){
let data16 = data10.blockOwnerDeletion;
if(typeof data16 !== "boolean"){
const err20 = {instancePath:instancePath+"/ownerReferences/" + i1+"/blockOwnerDeletion",schemaPath:"#/properties/ownerReferences/items/properties/blockOwnerDeletion/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema20.properties.ownerReferences.items.properties.blockOwnerDeletion.type,parentSchema:schema20.properties.ownerReferences.items.properties.blockOwnerDeletion,data:data16};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/ownerReferences/" + i1,schemaPath:"#/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema20.properties.ownerReferences.items.type,parentSchema:schema20.properties.ownerReferences.items,data:data10};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/ownerReferences",schemaPath:"#/properties/ownerReferences/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema20.properties.ownerReferences.type,parentSchema:schema20.properties.ownerReferences,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.creationTimestamp !== undefined){
let data17 = data.creationTimestamp;
if(typeof data17 !== "string"){
const err23 = {instancePath:instancePath+"/creationTimestamp",schemaPath:"#/properties/creationTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.creationTimestamp.type,parentSchema:schema20.properties.creationTimestamp,data:data17};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.deletionTimestamp !== undefined){
let data18 = data.deletionTimestamp;
if(typeof data18 !== "string"){
const err24 = {instancePath:instancePath+"/deletionTimestamp",schemaPath:"#/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.deletionTimestamp.type,parentSchema:schema20.properties.deletionTimestamp,data:data18};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.deletionGracePeriodSeconds !== undefined){
let data19 = data.deletionGracePeriodSeconds;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err25 = {instancePath:instancePath+"/deletionGracePeriodSeconds",schemaPath:"#/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema20.properties.deletionGracePeriodSeconds.type,parentSchema:schema20.properties.deletionGracePeriodSeconds,data:data19};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.generation !== undefined){
let data20 = data.generation;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err26 = {instancePath:instancePath+"/generation",schemaPath:"#/properties/generation/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema20.properties.generation.type,parentSchema:schema20.properties.generation,data:data20};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.resourceVersion !== undefined){
let data21 = data.resourceVersion;
if(typeof data21 !== "string"){
const err27 = {instancePath:instancePath+"/resourceVersion",schemaPath:"#/properties/resourceVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.resourceVersion.type,parentSchema:schema20.properties.resourceVersion,data:data21};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.selfLink !== undefined){
let data22 = data.selfLink;
if(typeof data22 !== "string"){
const err28 = {instancePath:instancePath+"/selfLink",schemaPath:"#/properties/selfLink/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.selfLink.type,parentSchema:schema20.properties.selfLink,data:data22};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.uid !== undefined){
let data23 = data.uid;
if(typeof data23 !== "string"){
const err29 = {instancePath:instancePath+"/uid",schemaPath:"#/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.properties.uid.type,parentSchema:schema20.properties.uid,data:data23};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.managedFields !== undefined){
let data24 = data.managedFields;
if(Array.isArray(data24)){
const len2 = data24.length;
for(let i2=0; i2<len2; i2++){
let data25 = data24[i2];
if(!(data25 && typeof data25 == "object" && !Array.isArray(data25))){
const err30 = {instancePath:instancePath+"/managedFields/" + i2,schemaPath:"#/properties/managedFields/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema20.properties.managedFields.items.type,parentSchema:schema20.properties.managedFields.items,data:data25};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/managedFields",schemaPath:"#/properties/managedFields/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema20.properties.managedFields.type,parentSchema:schema20.properties.managedFields,data:data24};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema21 = {"type":"object","properties":{"description":{"type":"string"},"endpointSelector":{"$ref":"#/$defs/Selector"},"nodeSelector":{"$ref":"#/$defs/Selector"},"ingress":{"type":"array","items":{"$ref":"#/$defs/IngressItem"}},"ingressDeny":{"type":"array","items":{"$ref":"#/$defs/IngressDenyItem"}},"egress":{"type":"array","items":{"$ref":"#/$defs/EgressItem"}},"egressDeny":{"type":"array","items":{"$ref":"#/$defs/EgressDenyItem"}},"enableDefaultDeny":{"type":"object","properties":{"ingress":{"type":"boolean"},"egress":{"type":"boolean"}},"additionalProperties":false},"labels":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"value":{"type":"string"},"source":{"type":"string"}},"required":["key"],"additionalProperties":false}},"log":{"type":"object","properties":{"value":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false};
const schema22 = {"type":"object","properties":{"matchLabels":{"type":"object","additionalProperties":{"type":"string"}},"matchExpressions":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"operator":{"type":"string"},"values":{"type":"array","items":{"type":"string"}}},"required":["key","operator"],"additionalProperties":false}}},"additionalProperties":false};

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate56.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "matchLabels") || (key0 === "matchExpressions"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.matchLabels !== undefined){
let data0 = data.matchLabels;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
let data1 = data0[key1];
if(typeof data1 !== "string"){
const err1 = {instancePath:instancePath+"/matchLabels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.properties.matchLabels.additionalProperties.type,parentSchema:schema22.properties.matchLabels.additionalProperties,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/matchLabels",schemaPath:"#/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.properties.matchLabels.type,parentSchema:schema22.properties.matchLabels,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.matchExpressions !== undefined){
let data2 = data.matchExpressions;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.key === undefined){
const err3 = {instancePath:instancePath+"/matchExpressions/" + i0,schemaPath:"#/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema22.properties.matchExpressions.items.required,parentSchema:schema22.properties.matchExpressions.items,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data3.operator === undefined){
const err4 = {instancePath:instancePath+"/matchExpressions/" + i0,schemaPath:"#/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema22.properties.matchExpressions.items.required,parentSchema:schema22.properties.matchExpressions.items,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key2 in data3){
if(!(((key2 === "key") || (key2 === "operator")) || (key2 === "values"))){
const err5 = {instancePath:instancePath+"/matchExpressions/" + i0,schemaPath:"#/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema22.properties.matchExpressions.items,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data3.key !== undefined){
let data4 = data3.key;
if(typeof data4 !== "string"){
const err6 = {instancePath:instancePath+"/matchExpressions/" + i0+"/key",schemaPath:"#/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.properties.matchExpressions.items.properties.key.type,parentSchema:schema22.properties.matchExpressions.items.properties.key,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.operator !== undefined){
let data5 = data3.operator;
if(typeof data5 !== "string"){
const err7 = {instancePath:instancePath+"/matchExpressions/" + i0+"/operator",schemaPath:"#/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.properties.matchExpressions.items.properties.operator.type,parentSchema:schema22.properties.matchExpressions.items.properties.operator,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data3.values !== undefined){
let data6 = data3.values;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(typeof data7 !== "string"){
const err8 = {instancePath:instancePath+"/matchExpressions/" + i0+"/values/" + i1,schemaPath:"#/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema22.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema22.properties.matchExpressions.items.properties.values.items,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/matchExpressions/" + i0+"/values",schemaPath:"#/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema22.properties.matchExpressions.items.properties.values.type,parentSchema:schema22.properties.matchExpressions.items.properties.values,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/matchExpressions/" + i0,schemaPath:"#/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.properties.matchExpressions.items.type,parentSchema:schema22.properties.matchExpressions.items,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/matchExpressions",schemaPath:"#/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema22.properties.matchExpressions.type,parentSchema:schema22.properties.matchExpressions,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.type,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate56.errors = vErrors;
return errors === 0;
}
validate56.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema23 = {"type":"object","properties":{"fromEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromCIDR":{"type":"array","items":{"type":"string"}},"fromCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"fromEntities":{"$ref":"#/$defs/Entities"},"fromNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromGroups":{"$ref":"#/$defs/Groups"},"fromRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortRule"}},"icmps":{"$ref":"#/$defs/ICMPs"},"authentication":{"$ref":"#/$defs/Authentication"}},"additionalProperties":false};
const schema24 = {"type":"object","properties":{"cidr":{"type":"string"},"cidrGroupRef":{"type":"string"},"cidrGroupSelector":{"$ref":"#/$defs/Selector"},"except":{"type":"array","items":{"type":"string"}}},"additionalProperties":false};

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate61.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "cidr") || (key0 === "cidrGroupRef")) || (key0 === "cidrGroupSelector")) || (key0 === "except"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.cidr !== undefined){
let data0 = data.cidr;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/cidr",schemaPath:"#/properties/cidr/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.cidr.type,parentSchema:schema24.properties.cidr,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.cidrGroupRef !== undefined){
let data1 = data.cidrGroupRef;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/cidrGroupRef",schemaPath:"#/properties/cidrGroupRef/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.cidrGroupRef.type,parentSchema:schema24.properties.cidrGroupRef,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.cidrGroupSelector !== undefined){
if(!(validate56(data.cidrGroupSelector, {instancePath:instancePath+"/cidrGroupSelector",parentData:data,parentDataProperty:"cidrGroupSelector",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
if(data.except !== undefined){
let data3 = data.except;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 !== "string"){
const err3 = {instancePath:instancePath+"/except/" + i0,schemaPath:"#/properties/except/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.properties.except.items.type,parentSchema:schema24.properties.except.items,data:data4};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/except",schemaPath:"#/properties/except/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema24.properties.except.type,parentSchema:schema24.properties.except,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema24.type,parentSchema:schema24,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate61.errors = vErrors;
return errors === 0;
}
validate61.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema25 = {"type":"array","items":{"type":"string"}};

function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate64.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema25.items.type,parentSchema:schema25.items,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema25.type,parentSchema:schema25,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate64.errors = vErrors;
return errors === 0;
}
validate64.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema26 = {"type":"array","items":{"type":"object","properties":{"aws":{"type":"object","properties":{"labels":{"type":"object","additionalProperties":{"type":"string"}},"region":{"type":"string"},"securityGroupsIds":{"type":"array","items":{"type":"string"}},"securityGroupsNames":{"type":"array","items":{"type":"string"}}},"additionalProperties":false}},"additionalProperties":false}};

function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate67.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key0 in data0){
if(!(key0 === "aws")){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema26.items,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data0.aws !== undefined){
let data1 = data0.aws;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!((((key1 === "labels") || (key1 === "region")) || (key1 === "securityGroupsIds")) || (key1 === "securityGroupsNames"))){
const err1 = {instancePath:instancePath+"/" + i0+"/aws",schemaPath:"#/items/properties/aws/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema26.items.properties.aws,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.labels !== undefined){
let data2 = data1.labels;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key2 in data2){
let data3 = data2[key2];
if(typeof data3 !== "string"){
const err2 = {instancePath:instancePath+"/" + i0+"/aws/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/items/properties/aws/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.items.properties.aws.properties.labels.additionalProperties.type,parentSchema:schema26.items.properties.aws.properties.labels.additionalProperties,data:data3};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/" + i0+"/aws/labels",schemaPath:"#/items/properties/aws/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema26.items.properties.aws.properties.labels.type,parentSchema:schema26.items.properties.aws.properties.labels,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.region !== undefined){
let data4 = data1.region;
if(typeof data4 !== "string"){
const err4 = {instancePath:instancePath+"/" + i0+"/aws/region",schemaPath:"#/items/properties/aws/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.items.properties.aws.properties.region.type,parentSchema:schema26.items.properties.aws.properties.region,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data1.securityGroupsIds !== undefined){
let data5 = data1.securityGroupsIds;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(typeof data6 !== "string"){
const err5 = {instancePath:instancePath+"/" + i0+"/aws/securityGroupsIds/" + i1,schemaPath:"#/items/properties/aws/properties/securityGroupsIds/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.items.properties.aws.properties.securityGroupsIds.items.type,parentSchema:schema26.items.properties.aws.properties.securityGroupsIds.items,data:data6};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/" + i0+"/aws/securityGroupsIds",schemaPath:"#/items/properties/aws/properties/securityGroupsIds/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema26.items.properties.aws.properties.securityGroupsIds.type,parentSchema:schema26.items.properties.aws.properties.securityGroupsIds,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data1.securityGroupsNames !== undefined){
let data7 = data1.securityGroupsNames;
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
let data8 = data7[i2];
if(typeof data8 !== "string"){
const err7 = {instancePath:instancePath+"/" + i0+"/aws/securityGroupsNames/" + i2,schemaPath:"#/items/properties/aws/properties/securityGroupsNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema26.items.properties.aws.properties.securityGroupsNames.items.type,parentSchema:schema26.items.properties.aws.properties.securityGroupsNames.items,data:data8};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/" + i0+"/aws/securityGroupsNames",schemaPath:"#/items/properties/aws/properties/securityGroupsNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema26.items.properties.aws.properties.securityGroupsNames.type,parentSchema:schema26.items.properties.aws.properties.securityGroupsNames,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/" + i0+"/aws",schemaPath:"#/items/properties/aws/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema26.items.properties.aws.type,parentSchema:schema26.items.properties.aws,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema26.items.type,parentSchema:schema26.items,data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema26.type,parentSchema:schema26,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate67.errors = vErrors;
return errors === 0;
}
validate67.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema27 = {"type":"object","properties":{"ports":{"type":"array","items":{"$ref":"#/$defs/Port"}},"rules":{"type":"object","properties":{"http":{"type":"array","items":{"type":"object","properties":{"method":{"type":"string"},"path":{"type":"string"},"host":{"type":"string"},"headers":{"type":"array","items":{"type":"string"}},"headerMatches":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"value":{"type":"string"},"secret":{"$ref":"#/$defs/Secret"},"mismatch":{"type":"string"}},"required":["name"],"additionalProperties":false}}},"additionalProperties":false}},"dns":{"type":"array","items":{"$ref":"#/$defs/Name"}},"kafka":{"type":"array","items":{"type":"object","properties":{"role":{"type":"string"},"apiKey":{"type":"string"},"apiVersion":{"type":"string"},"clientID":{"type":"string"},"topic":{"type":"string"}},"additionalProperties":false}},"l7proto":{"type":"string"},"l7":{"type":"array","items":{"type":"object","additionalProperties":{"type":"string"}}}},"additionalProperties":false},"terminatingTLS":{"$ref":"#/$defs/TLS"},"originatingTLS":{"$ref":"#/$defs/TLS"},"serverNames":{"type":"array","items":{"type":"string"}},"listener":{"type":"object","properties":{"envoyConfig":{"type":"object","properties":{"kind":{"type":"string"},"name":{"type":"string"}},"required":["name"],"additionalProperties":false},"name":{"type":"string"},"priority":{"type":"integer"}},"required":["envoyConfig","name"],"additionalProperties":false}},"additionalProperties":false};
const schema28 = {"type":"object","properties":{"port":{"type":"string"},"endPort":{"type":"integer"},"protocol":{"type":"string"}},"additionalProperties":false};

function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate71.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "port") || (key0 === "endPort")) || (key0 === "protocol"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.port !== undefined){
let data0 = data.port;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/port",schemaPath:"#/properties/port/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.port.type,parentSchema:schema28.properties.port,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.endPort !== undefined){
let data1 = data.endPort;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/endPort",schemaPath:"#/properties/endPort/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema28.properties.endPort.type,parentSchema:schema28.properties.endPort,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.protocol !== undefined){
let data2 = data.protocol;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.properties.protocol.type,parentSchema:schema28.properties.protocol,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema28.type,parentSchema:schema28,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate71.errors = vErrors;
return errors === 0;
}
validate71.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema29 = {"type":"object","properties":{"name":{"type":"string"},"namespace":{"type":"string"}},"required":["name"],"additionalProperties":false};

function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate73.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema29.required,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "name") || (key0 === "namespace"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema29.properties.name.type,parentSchema:schema29.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.namespace !== undefined){
let data1 = data.namespace;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/namespace",schemaPath:"#/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema29.properties.namespace.type,parentSchema:schema29.properties.namespace,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema29.type,parentSchema:schema29,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate73.errors = vErrors;
return errors === 0;
}
validate73.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema30 = {"type":"object","properties":{"matchName":{"type":"string"},"matchPattern":{"type":"string"}},"additionalProperties":false};

function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate75.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "matchName") || (key0 === "matchPattern"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.matchName !== undefined){
let data0 = data.matchName;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/matchName",schemaPath:"#/properties/matchName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema30.properties.matchName.type,parentSchema:schema30.properties.matchName,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.matchPattern !== undefined){
let data1 = data.matchPattern;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/matchPattern",schemaPath:"#/properties/matchPattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema30.properties.matchPattern.type,parentSchema:schema30.properties.matchPattern,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema30.type,parentSchema:schema30,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate75.errors = vErrors;
return errors === 0;
}
validate75.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema31 = {"type":"object","properties":{"secret":{"$ref":"#/$defs/Secret"},"trustedCA":{"type":"string"},"certificate":{"type":"string"},"privateKey":{"type":"string"}},"required":["secret"],"additionalProperties":false};

function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate77.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.secret === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "secret") || (key0 === "trustedCA")) || (key0 === "certificate")) || (key0 === "privateKey"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.secret !== undefined){
if(!(validate73(data.secret, {instancePath:instancePath+"/secret",parentData:data,parentDataProperty:"secret",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
}
if(data.trustedCA !== undefined){
let data1 = data.trustedCA;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/trustedCA",schemaPath:"#/properties/trustedCA/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.trustedCA.type,parentSchema:schema31.properties.trustedCA,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.certificate !== undefined){
let data2 = data.certificate;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/certificate",schemaPath:"#/properties/certificate/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.certificate.type,parentSchema:schema31.properties.certificate,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.privateKey !== undefined){
let data3 = data.privateKey;
if(typeof data3 !== "string"){
const err4 = {instancePath:instancePath+"/privateKey",schemaPath:"#/properties/privateKey/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.privateKey.type,parentSchema:schema31.properties.privateKey,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate77.errors = vErrors;
return errors === 0;
}
validate77.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate70.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "ports") || (key0 === "rules")) || (key0 === "terminatingTLS")) || (key0 === "originatingTLS")) || (key0 === "serverNames")) || (key0 === "listener"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.ports !== undefined){
let data0 = data.ports;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate71(data0[i0], {instancePath:instancePath+"/ports/" + i0,parentData:data0,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema27.properties.ports.type,parentSchema:schema27.properties.ports,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.rules !== undefined){
let data2 = data.rules;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(((((key1 === "http") || (key1 === "dns")) || (key1 === "kafka")) || (key1 === "l7proto")) || (key1 === "l7"))){
const err2 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema27.properties.rules,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data2.http !== undefined){
let data3 = data2.http;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
if(!(((((key2 === "method") || (key2 === "path")) || (key2 === "host")) || (key2 === "headers")) || (key2 === "headerMatches"))){
const err3 = {instancePath:instancePath+"/rules/http/" + i1,schemaPath:"#/properties/rules/properties/http/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema27.properties.rules.properties.http.items,data:data4};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data4.method !== undefined){
let data5 = data4.method;
if(typeof data5 !== "string"){
const err4 = {instancePath:instancePath+"/rules/http/" + i1+"/method",schemaPath:"#/properties/rules/properties/http/items/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.rules.properties.http.items.properties.method.type,parentSchema:schema27.properties.rules.properties.http.items.properties.method,data:data5};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data4.path !== undefined){
let data6 = data4.path;
if(typeof data6 !== "string"){
const err5 = {instancePath:instancePath+"/rules/http/" + i1+"/path",schemaPath:"#/properties/rules/properties/http/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.rules.properties.http.items.properties.path.type,parentSchema:schema27.properties.rules.properties.http.items.properties.path,data:data6};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data4.host !== undefined){
let data7 = data4.host;
if(typeof data7 !== "string"){
const err6 = {instancePath:instancePath+"/rules/http/" + i1+"/host",schemaPath:"#/properties/rules/properties/http/items/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.rules.properties.http.items.properties.host.type,parentSchema:schema27.properties.rules.properties.http.items.properties.host,data:data7};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data4.headers !== undefined){
let data8 = data4.headers;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
let data9 = data8[i2];
if(typeof data9 !== "string"){
const err7 = {instancePath:instancePath+"/rules/http/" + i1+"/headers/" + i2,schemaPath:"#/properties/rules/properties/http/items/properties/headers/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.rules.properties.http.items.properties.headers.items.type,parentSchema:schema27.properties.rules.properties.http.items.properties.headers.items,data:data9};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/rules/http/" + i1+"/headers",schemaPath:"#/properties/rules/properties/http/items/properties/headers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema27.properties.rules.properties.http.items.properties.headers.type,parentSchema:schema27.properties.rules.properties.http.items.properties.headers,data:data8};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data4.headerMatches !== undefined){
let data10 = data4.headerMatches;
if(Array.isArray(data10)){
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
let data11 = data10[i3];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.name === undefined){
const err9 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3,schemaPath:"#/properties/rules/properties/http/items/properties/headerMatches/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema27.properties.rules.properties.http.items.properties.headerMatches.items.required,parentSchema:schema27.properties.rules.properties.http.items.properties.headerMatches.items,data:data11};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key3 in data11){
if(!((((key3 === "name") || (key3 === "value")) || (key3 === "secret")) || (key3 === "mismatch"))){
const err10 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3,schemaPath:"#/properties/rules/properties/http/items/properties/headerMatches/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema27.properties.rules.properties.http.items.properties.headerMatches.items,data:data11};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data11.name !== undefined){
let data12 = data11.name;
if(typeof data12 !== "string"){
const err11 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3+"/name",schemaPath:"#/properties/rules/properties/http/items/properties/headerMatches/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.rules.properties.http.items.properties.headerMatches.items.properties.name.type,parentSchema:schema27.properties.rules.properties.http.items.properties.headerMatches.items.properties.name,data:data12};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data11.value !== undefined){
let data13 = data11.value;
if(typeof data13 !== "string"){
const err12 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3+"/value",schemaPath:"#/properties/rules/properties/http/items/properties/headerMatches/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.rules.properties.http.items.properties.headerMatches.items.properties.value.type,parentSchema:schema27.properties.rules.properties.http.items.properties.headerMatches.items.properties.value,data:data13};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data11.secret !== undefined){
if(!(validate73(data11.secret, {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3+"/secret",parentData:data11,parentDataProperty:"secret",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
}
if(data11.mismatch !== undefined){
let data15 = data11.mismatch;
if(typeof data15 !== "string"){
const err13 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3+"/mismatch",schemaPath:"#/properties/rules/properties/http/items/properties/headerMatches/items/properties/mismatch/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.rules.properties.http.items.properties.headerMatches.items.properties.mismatch.type,parentSchema:schema27.properties.rules.properties.http.items.properties.headerMatches.items.properties.mismatch,data:data15};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3,schemaPath:"#/properties/rules/properties/http/items/properties/headerMatches/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.properties.rules.properties.http.items.properties.headerMatches.items.type,parentSchema:schema27.properties.rules.properties.http.items.properties.headerMatches.items,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches",schemaPath:"#/properties/rules/properties/http/items/properties/headerMatches/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema27.properties.rules.properties.http.items.properties.headerMatches.type,parentSchema:schema27.properties.rules.properties.http.items.properties.headerMatches,data:data10};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/rules/http/" + i1,schemaPath:"#/properties/rules/properties/http/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.properties.rules.properties.http.items.type,parentSchema:schema27.properties.rules.properties.http.items,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/rules/http",schemaPath:"#/properties/rules/properties/http/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema27.properties.rules.properties.http.type,parentSchema:schema27.properties.rules.properties.http,data:data3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data2.dns !== undefined){
let data16 = data2.dns;
if(Array.isArray(data16)){
const len4 = data16.length;
for(let i4=0; i4<len4; i4++){
if(!(validate75(data16[i4], {instancePath:instancePath+"/rules/dns/" + i4,parentData:data16,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
}
else {
const err18 = {instancePath:instancePath+"/rules/dns",schemaPath:"#/properties/rules/properties/dns/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema27.properties.rules.properties.dns.type,parentSchema:schema27.properties.rules.properties.dns,data:data16};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data2.kafka !== undefined){
let data18 = data2.kafka;
if(Array.isArray(data18)){
const len5 = data18.length;
for(let i5=0; i5<len5; i5++){
let data19 = data18[i5];
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key4 in data19){
if(!(((((key4 === "role") || (key4 === "apiKey")) || (key4 === "apiVersion")) || (key4 === "clientID")) || (key4 === "topic"))){
const err19 = {instancePath:instancePath+"/rules/kafka/" + i5,schemaPath:"#/properties/rules/properties/kafka/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema27.properties.rules.properties.kafka.items,data:data19};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data19.role !== undefined){
let data20 = data19.role;
if(typeof data20 !== "string"){
const err20 = {instancePath:instancePath+"/rules/kafka/" + i5+"/role",schemaPath:"#/properties/rules/properties/kafka/items/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.rules.properties.kafka.items.properties.role.type,parentSchema:schema27.properties.rules.properties.kafka.items.properties.role,data:data20};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data19.apiKey !== undefined){
let data21 = data19.apiKey;
if(typeof data21 !== "string"){
const err21 = {instancePath:instancePath+"/rules/kafka/" + i5+"/apiKey",schemaPath:"#/properties/rules/properties/kafka/items/properties/apiKey/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.rules.properties.kafka.items.properties.apiKey.type,parentSchema:schema27.properties.rules.properties.kafka.items.properties.apiKey,data:data21};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data19.apiVersion !== undefined){
let data22 = data19.apiVersion;
if(typeof data22 !== "string"){
const err22 = {instancePath:instancePath+"/rules/kafka/" + i5+"/apiVersion",schemaPath:"#/properties/rules/properties/kafka/items/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.rules.properties.kafka.items.properties.apiVersion.type,parentSchema:schema27.properties.rules.properties.kafka.items.properties.apiVersion,data:data22};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data19.clientID !== undefined){
let data23 = data19.clientID;
if(typeof data23 !== "string"){
const err23 = {instancePath:instancePath+"/rules/kafka/" + i5+"/clientID",schemaPath:"#/properties/rules/properties/kafka/items/properties/clientID/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.rules.properties.kafka.items.properties.clientID.type,parentSchema:schema27.properties.rules.properties.kafka.items.properties.clientID,data:data23};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data19.topic !== undefined){
let data24 = data19.topic;
if(typeof data24 !== "string"){
const err24 = {instancePath:instancePath+"/rules/kafka/" + i5+"/topic",schemaPath:"#/properties/rules/properties/kafka/items/properties/topic/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.rules.properties.kafka.items.properties.topic.type,parentSchema:schema27.properties.rules.properties.kafka.items.properties.topic,data:data24};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/rules/kafka/" + i5,schemaPath:"#/properties/rules/properties/kafka/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.properties.rules.properties.kafka.items.type,parentSchema:schema27.properties.rules.properties.kafka.items,data:data19};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/rules/kafka",schemaPath:"#/properties/rules/properties/kafka/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema27.properties.rules.properties.kafka.type,parentSchema:schema27.properties.rules.properties.kafka,data:data18};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data2.l7proto !== undefined){
let data25 = data2.l7proto;
if(typeof data25 !== "string"){
const err27 = {instancePath:instancePath+"/rules/l7proto",schemaPath:"#/properties/rules/properties/l7proto/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.rules.properties.l7proto.type,parentSchema:schema27.properties.rules.properties.l7proto,data:data25};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data2.l7 !== undefined){
let data26 = data2.l7;
if(Array.isArray(data26)){
const len6 = data26.length;
for(let i6=0; i6<len6; i6++){
let data27 = data26[i6];
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key5 in data27){
let data28 = data27[key5];
if(typeof data28 !== "string"){
const err28 = {instancePath:instancePath+"/rules/l7/" + i6+"/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rules/properties/l7/items/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.rules.properties.l7.items.additionalProperties.type,parentSchema:schema27.properties.rules.properties.l7.items.additionalProperties,data:data28};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/rules/l7/" + i6,schemaPath:"#/properties/rules/properties/l7/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.properties.rules.properties.l7.items.type,parentSchema:schema27.properties.rules.properties.l7.items,data:data27};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/rules/l7",schemaPath:"#/properties/rules/properties/l7/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema27.properties.rules.properties.l7.type,parentSchema:schema27.properties.rules.properties.l7,data:data26};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.properties.rules.type,parentSchema:schema27.properties.rules,data:data2};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.terminatingTLS !== undefined){
if(!(validate77(data.terminatingTLS, {instancePath:instancePath+"/terminatingTLS",parentData:data,parentDataProperty:"terminatingTLS",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
}
if(data.originatingTLS !== undefined){
if(!(validate77(data.originatingTLS, {instancePath:instancePath+"/originatingTLS",parentData:data,parentDataProperty:"originatingTLS",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
}
if(data.serverNames !== undefined){
let data31 = data.serverNames;
if(Array.isArray(data31)){
const len7 = data31.length;
for(let i7=0; i7<len7; i7++){
let data32 = data31[i7];
if(typeof data32 !== "string"){
const err32 = {instancePath:instancePath+"/serverNames/" + i7,schemaPath:"#/properties/serverNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.serverNames.items.type,parentSchema:schema27.properties.serverNames.items,data:data32};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/serverNames",schemaPath:"#/properties/serverNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema27.properties.serverNames.type,parentSchema:schema27.properties.serverNames,data:data31};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.listener !== undefined){
let data33 = data.listener;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.envoyConfig === undefined){
const err34 = {instancePath:instancePath+"/listener",schemaPath:"#/properties/listener/required",keyword:"required",params:{missingProperty: "envoyConfig"},message:"must have required property '"+"envoyConfig"+"'",schema:schema27.properties.listener.required,parentSchema:schema27.properties.listener,data:data33};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data33.name === undefined){
const err35 = {instancePath:instancePath+"/listener",schemaPath:"#/properties/listener/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema27.properties.listener.required,parentSchema:schema27.properties.listener,data:data33};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key6 in data33){
if(!(((key6 === "envoyConfig") || (key6 === "name")) || (key6 === "priority"))){
const err36 = {instancePath:instancePath+"/listener",schemaPath:"#/properties/listener/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema27.properties.listener,data:data33};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data33.envoyConfig !== undefined){
let data34 = data33.envoyConfig;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.name === undefined){
const err37 = {instancePath:instancePath+"/listener/envoyConfig",schemaPath:"#/properties/listener/properties/envoyConfig/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema27.properties.listener.properties.envoyConfig.required,parentSchema:schema27.properties.listener.properties.envoyConfig,data:data34};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
for(const key7 in data34){
if(!((key7 === "kind") || (key7 === "name"))){
const err38 = {instancePath:instancePath+"/listener/envoyConfig",schemaPath:"#/properties/listener/properties/envoyConfig/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema27.properties.listener.properties.envoyConfig,data:data34};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data34.kind !== undefined){
let data35 = data34.kind;
if(typeof data35 !== "string"){
const err39 = {instancePath:instancePath+"/listener/envoyConfig/kind",schemaPath:"#/properties/listener/properties/envoyConfig/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.listener.properties.envoyConfig.properties.kind.type,parentSchema:schema27.properties.listener.properties.envoyConfig.properties.kind,data:data35};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data34.name !== undefined){
let data36 = data34.name;
if(typeof data36 !== "string"){
const err40 = {instancePath:instancePath+"/listener/envoyConfig/name",schemaPath:"#/properties/listener/properties/envoyConfig/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.listener.properties.envoyConfig.properties.name.type,parentSchema:schema27.properties.listener.properties.envoyConfig.properties.name,data:data36};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/listener/envoyConfig",schemaPath:"#/properties/listener/properties/envoyConfig/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.properties.listener.properties.envoyConfig.type,parentSchema:schema27.properties.listener.properties.envoyConfig,data:data34};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data33.name !== undefined){
let data37 = data33.name;
if(typeof data37 !== "string"){
const err42 = {instancePath:instancePath+"/listener/name",schemaPath:"#/properties/listener/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.listener.properties.name.type,parentSchema:schema27.properties.listener.properties.name,data:data37};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data33.priority !== undefined){
let data38 = data33.priority;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err43 = {instancePath:instancePath+"/listener/priority",schemaPath:"#/properties/listener/properties/priority/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema27.properties.listener.properties.priority.type,parentSchema:schema27.properties.listener.properties.priority,data:data38};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/listener",schemaPath:"#/properties/listener/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.properties.listener.type,parentSchema:schema27.properties.listener,data:data33};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.type,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
validate70.errors = vErrors;
return errors === 0;
}
validate70.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema32 = {"type":"array","items":{"type":"object","properties":{"fields":{"type":"array","items":{"type":"object","properties":{"family":{"type":"string"},"type":{"type":["integer","string"]}},"required":["type"],"additionalProperties":false}}},"additionalProperties":false}};

function validate82(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate82.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key0 in data0){
if(!(key0 === "fields")){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema32.items,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data0.fields !== undefined){
let data1 = data0.fields;
if(Array.isArray(data1)){
const len1 = data1.length;
for(let i1=0; i1<len1; i1++){
let data2 = data1[i1];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.type === undefined){
const err1 = {instancePath:instancePath+"/" + i0+"/fields/" + i1,schemaPath:"#/items/properties/fields/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema32.items.properties.fields.items.required,parentSchema:schema32.items.properties.fields.items,data:data2};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key1 in data2){
if(!((key1 === "family") || (key1 === "type"))){
const err2 = {instancePath:instancePath+"/" + i0+"/fields/" + i1,schemaPath:"#/items/properties/fields/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema32.items.properties.fields.items,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data2.family !== undefined){
let data3 = data2.family;
if(typeof data3 !== "string"){
const err3 = {instancePath:instancePath+"/" + i0+"/fields/" + i1+"/family",schemaPath:"#/items/properties/fields/items/properties/family/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.items.properties.fields.items.properties.family.type,parentSchema:schema32.items.properties.fields.items.properties.family,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data2.type !== undefined){
let data4 = data2.type;
if((!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))) && (typeof data4 !== "string")){
const err4 = {instancePath:instancePath+"/" + i0+"/fields/" + i1+"/type",schemaPath:"#/items/properties/fields/items/properties/type/type",keyword:"type",params:{type: schema32.items.properties.fields.items.properties.type.type},message:"must be integer,string",schema:schema32.items.properties.fields.items.properties.type.type,parentSchema:schema32.items.properties.fields.items.properties.type,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/" + i0+"/fields/" + i1,schemaPath:"#/items/properties/fields/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.items.properties.fields.items.type,parentSchema:schema32.items.properties.fields.items,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/" + i0+"/fields",schemaPath:"#/items/properties/fields/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.items.properties.fields.type,parentSchema:schema32.items.properties.fields,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.items.type,parentSchema:schema32.items,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.type,parentSchema:schema32,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate82.errors = vErrors;
return errors === 0;
}
validate82.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema33 = {"type":"object","properties":{"mode":{"type":"string"}},"required":["mode"],"additionalProperties":false};

function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate84.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.mode === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'",schema:schema33.required,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "mode")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.mode !== undefined){
let data0 = data.mode;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.mode.type,parentSchema:schema33.properties.mode,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate84.errors = vErrors;
return errors === 0;
}
validate84.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate59.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema23.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.fromEndpoints !== undefined){
let data0 = data.fromEndpoints;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate56(data0[i0], {instancePath:instancePath+"/fromEndpoints/" + i0,parentData:data0,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/fromEndpoints",schemaPath:"#/properties/fromEndpoints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.properties.fromEndpoints.type,parentSchema:schema23.properties.fromEndpoints,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.fromCIDR !== undefined){
let data2 = data.fromCIDR;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 !== "string"){
const err2 = {instancePath:instancePath+"/fromCIDR/" + i1,schemaPath:"#/properties/fromCIDR/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema23.properties.fromCIDR.items.type,parentSchema:schema23.properties.fromCIDR.items,data:data3};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/fromCIDR",schemaPath:"#/properties/fromCIDR/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.properties.fromCIDR.type,parentSchema:schema23.properties.fromCIDR,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.fromCIDRSet !== undefined){
let data4 = data.fromCIDRSet;
if(Array.isArray(data4)){
const len2 = data4.length;
for(let i2=0; i2<len2; i2++){
if(!(validate61(data4[i2], {instancePath:instancePath+"/fromCIDRSet/" + i2,parentData:data4,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/fromCIDRSet",schemaPath:"#/properties/fromCIDRSet/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.properties.fromCIDRSet.type,parentSchema:schema23.properties.fromCIDRSet,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.fromEntities !== undefined){
if(!(validate64(data.fromEntities, {instancePath:instancePath+"/fromEntities",parentData:data,parentDataProperty:"fromEntities",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data.fromNodes !== undefined){
let data7 = data.fromNodes;
if(Array.isArray(data7)){
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
if(!(validate56(data7[i3], {instancePath:instancePath+"/fromNodes/" + i3,parentData:data7,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/fromNodes",schemaPath:"#/properties/fromNodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.properties.fromNodes.type,parentSchema:schema23.properties.fromNodes,data:data7};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.fromGroups !== undefined){
if(!(validate67(data.fromGroups, {instancePath:instancePath+"/fromGroups",parentData:data,parentDataProperty:"fromGroups",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
}
if(data.fromRequires !== undefined){
let data10 = data.fromRequires;
if(Array.isArray(data10)){
const len4 = data10.length;
for(let i4=0; i4<len4; i4++){
if(!(validate56(data10[i4], {instancePath:instancePath+"/fromRequires/" + i4,parentData:data10,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/fromRequires",schemaPath:"#/properties/fromRequires/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.properties.fromRequires.type,parentSchema:schema23.properties.fromRequires,data:data10};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.toPorts !== undefined){
let data12 = data.toPorts;
if(Array.isArray(data12)){
const len5 = data12.length;
for(let i5=0; i5<len5; i5++){
if(!(validate70(data12[i5], {instancePath:instancePath+"/toPorts/" + i5,parentData:data12,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/toPorts",schemaPath:"#/properties/toPorts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema23.properties.toPorts.type,parentSchema:schema23.properties.toPorts,data:data12};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.icmps !== undefined){
if(!(validate82(data.icmps, {instancePath:instancePath+"/icmps",parentData:data,parentDataProperty:"icmps",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
}
if(data.authentication !== undefined){
if(!(validate84(data.authentication, {instancePath:instancePath+"/authentication",parentData:data,parentDataProperty:"authentication",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.type,parentSchema:schema23,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate59.errors = vErrors;
return errors === 0;
}
validate59.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema34 = {"type":"object","properties":{"fromEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromCIDR":{"type":"array","items":{"type":"string"}},"fromCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"fromEntities":{"$ref":"#/$defs/Entities"},"fromNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromGroups":{"$ref":"#/$defs/Groups"},"fromRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortDenyRule"}},"icmps":{"$ref":"#/$defs/ICMPs"}},"additionalProperties":false};
const schema35 = {"type":"object","properties":{"ports":{"type":"array","items":{"$ref":"#/$defs/Port"}}},"additionalProperties":false};

function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate94.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "ports")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.ports !== undefined){
let data0 = data.ports;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate71(data0[i0], {instancePath:instancePath+"/ports/" + i0,parentData:data0,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema35.properties.ports.type,parentSchema:schema35.properties.ports,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate94.errors = vErrors;
return errors === 0;
}
validate94.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate87.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema34.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.fromEndpoints !== undefined){
let data0 = data.fromEndpoints;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate56(data0[i0], {instancePath:instancePath+"/fromEndpoints/" + i0,parentData:data0,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/fromEndpoints",schemaPath:"#/properties/fromEndpoints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.fromEndpoints.type,parentSchema:schema34.properties.fromEndpoints,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.fromCIDR !== undefined){
let data2 = data.fromCIDR;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 !== "string"){
const err2 = {instancePath:instancePath+"/fromCIDR/" + i1,schemaPath:"#/properties/fromCIDR/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.fromCIDR.items.type,parentSchema:schema34.properties.fromCIDR.items,data:data3};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/fromCIDR",schemaPath:"#/properties/fromCIDR/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.fromCIDR.type,parentSchema:schema34.properties.fromCIDR,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.fromCIDRSet !== undefined){
let data4 = data.fromCIDRSet;
if(Array.isArray(data4)){
const len2 = data4.length;
for(let i2=0; i2<len2; i2++){
if(!(validate61(data4[i2], {instancePath:instancePath+"/fromCIDRSet/" + i2,parentData:data4,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/fromCIDRSet",schemaPath:"#/properties/fromCIDRSet/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.fromCIDRSet.type,parentSchema:schema34.properties.fromCIDRSet,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.fromEntities !== undefined){
if(!(validate64(data.fromEntities, {instancePath:instancePath+"/fromEntities",parentData:data,parentDataProperty:"fromEntities",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data.fromNodes !== undefined){
let data7 = data.fromNodes;
if(Array.isArray(data7)){
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
if(!(validate56(data7[i3], {instancePath:instancePath+"/fromNodes/" + i3,parentData:data7,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/fromNodes",schemaPath:"#/properties/fromNodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.fromNodes.type,parentSchema:schema34.properties.fromNodes,data:data7};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.fromGroups !== undefined){
if(!(validate67(data.fromGroups, {instancePath:instancePath+"/fromGroups",parentData:data,parentDataProperty:"fromGroups",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
}
if(data.fromRequires !== undefined){
let data10 = data.fromRequires;
if(Array.isArray(data10)){
const len4 = data10.length;
for(let i4=0; i4<len4; i4++){
if(!(validate56(data10[i4], {instancePath:instancePath+"/fromRequires/" + i4,parentData:data10,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/fromRequires",schemaPath:"#/properties/fromRequires/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.fromRequires.type,parentSchema:schema34.properties.fromRequires,data:data10};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.toPorts !== undefined){
let data12 = data.toPorts;
if(Array.isArray(data12)){
const len5 = data12.length;
for(let i5=0; i5<len5; i5++){
if(!(validate94(data12[i5], {instancePath:instancePath+"/toPorts/" + i5,parentData:data12,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/toPorts",schemaPath:"#/properties/toPorts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.toPorts.type,parentSchema:schema34.properties.toPorts,data:data12};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.icmps !== undefined){
if(!(validate82(data.icmps, {instancePath:instancePath+"/icmps",parentData:data,parentDataProperty:"icmps",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate87.errors = vErrors;
return errors === 0;
}
validate87.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema36 = {"type":"object","properties":{"toEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toCIDR":{"type":"array","items":{"type":"string"}},"toCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"toEntities":{"$ref":"#/$defs/Entities"},"toNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toGroups":{"$ref":"#/$defs/Groups"},"toServices":{"$ref":"#/$defs/Services"},"toFQDNs":{"type":"array","items":{"$ref":"#/$defs/Name"}},"toRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortRule"}},"icmps":{"$ref":"#/$defs/ICMPs"},"authentication":{"$ref":"#/$defs/Authentication"}},"additionalProperties":false};
const schema37 = {"type":"array","items":{"type":"object","properties":{"k8sService":{"type":"object","properties":{"serviceName":{"type":"string"},"namespace":{"type":"string"}},"additionalProperties":false},"k8sServiceSelector":{"type":"object","properties":{"selector":{"$ref":"#/$defs/Selector"},"namespace":{"type":"string"}},"required":["selector"],"additionalProperties":false}},"additionalProperties":false}};

function validate105(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate105.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key0 in data0){
if(!((key0 === "k8sService") || (key0 === "k8sServiceSelector"))){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema37.items,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data0.k8sService !== undefined){
let data1 = data0.k8sService;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!((key1 === "serviceName") || (key1 === "namespace"))){
const err1 = {instancePath:instancePath+"/" + i0+"/k8sService",schemaPath:"#/items/properties/k8sService/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema37.items.properties.k8sService,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.serviceName !== undefined){
let data2 = data1.serviceName;
if(typeof data2 !== "string"){
const err2 = {instancePath:instancePath+"/" + i0+"/k8sService/serviceName",schemaPath:"#/items/properties/k8sService/properties/serviceName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.items.properties.k8sService.properties.serviceName.type,parentSchema:schema37.items.properties.k8sService.properties.serviceName,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data1.namespace !== undefined){
let data3 = data1.namespace;
if(typeof data3 !== "string"){
const err3 = {instancePath:instancePath+"/" + i0+"/k8sService/namespace",schemaPath:"#/items/properties/k8sService/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.items.properties.k8sService.properties.namespace.type,parentSchema:schema37.items.properties.k8sService.properties.namespace,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0+"/k8sService",schemaPath:"#/items/properties/k8sService/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.items.properties.k8sService.type,parentSchema:schema37.items.properties.k8sService,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.k8sServiceSelector !== undefined){
let data4 = data0.k8sServiceSelector;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.selector === undefined){
const err5 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector",schemaPath:"#/items/properties/k8sServiceSelector/required",keyword:"required",params:{missingProperty: "selector"},message:"must have required property '"+"selector"+"'",schema:schema37.items.properties.k8sServiceSelector.required,parentSchema:schema37.items.properties.k8sServiceSelector,data:data4};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key2 in data4){
if(!((key2 === "selector") || (key2 === "namespace"))){
const err6 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector",schemaPath:"#/items/properties/k8sServiceSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema37.items.properties.k8sServiceSelector,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data4.selector !== undefined){
if(!(validate56(data4.selector, {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/selector",parentData:data4,parentDataProperty:"selector",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
if(data4.namespace !== undefined){
let data6 = data4.namespace;
if(typeof data6 !== "string"){
const err7 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/namespace",schemaPath:"#/items/properties/k8sServiceSelector/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.items.properties.k8sServiceSelector.properties.namespace.type,parentSchema:schema37.items.properties.k8sServiceSelector.properties.namespace,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector",schemaPath:"#/items/properties/k8sServiceSelector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.items.properties.k8sServiceSelector.type,parentSchema:schema37.items.properties.k8sServiceSelector,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.items.type,parentSchema:schema37.items,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema37.type,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate105.errors = vErrors;
return errors === 0;
}
validate105.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};


function validate99(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate99.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema36.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.toEndpoints !== undefined){
let data0 = data.toEndpoints;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate56(data0[i0], {instancePath:instancePath+"/toEndpoints/" + i0,parentData:data0,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/toEndpoints",schemaPath:"#/properties/toEndpoints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.toEndpoints.type,parentSchema:schema36.properties.toEndpoints,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.toCIDR !== undefined){
let data2 = data.toCIDR;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 !== "string"){
const err2 = {instancePath:instancePath+"/toCIDR/" + i1,schemaPath:"#/properties/toCIDR/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.properties.toCIDR.items.type,parentSchema:schema36.properties.toCIDR.items,data:data3};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/toCIDR",schemaPath:"#/properties/toCIDR/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.toCIDR.type,parentSchema:schema36.properties.toCIDR,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.toCIDRSet !== undefined){
let data4 = data.toCIDRSet;
if(Array.isArray(data4)){
const len2 = data4.length;
for(let i2=0; i2<len2; i2++){
if(!(validate61(data4[i2], {instancePath:instancePath+"/toCIDRSet/" + i2,parentData:data4,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/toCIDRSet",schemaPath:"#/properties/toCIDRSet/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.toCIDRSet.type,parentSchema:schema36.properties.toCIDRSet,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.toEntities !== undefined){
if(!(validate64(data.toEntities, {instancePath:instancePath+"/toEntities",parentData:data,parentDataProperty:"toEntities",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data.toNodes !== undefined){
let data7 = data.toNodes;
if(Array.isArray(data7)){
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
if(!(validate56(data7[i3], {instancePath:instancePath+"/toNodes/" + i3,parentData:data7,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/toNodes",schemaPath:"#/properties/toNodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.toNodes.type,parentSchema:schema36.properties.toNodes,data:data7};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.toGroups !== undefined){
if(!(validate67(data.toGroups, {instancePath:instancePath+"/toGroups",parentData:data,parentDataProperty:"toGroups",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
}
if(data.toServices !== undefined){
if(!(validate105(data.toServices, {instancePath:instancePath+"/toServices",parentData:data,parentDataProperty:"toServices",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
errors = vErrors.length;
}
}
if(data.toFQDNs !== undefined){
let data11 = data.toFQDNs;
if(Array.isArray(data11)){
const len4 = data11.length;
for(let i4=0; i4<len4; i4++){
if(!(validate75(data11[i4], {instancePath:instancePath+"/toFQDNs/" + i4,parentData:data11,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/toFQDNs",schemaPath:"#/properties/toFQDNs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.toFQDNs.type,parentSchema:schema36.properties.toFQDNs,data:data11};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.toRequires !== undefined){
let data13 = data.toRequires;
if(Array.isArray(data13)){
const len5 = data13.length;
for(let i5=0; i5<len5; i5++){
if(!(validate56(data13[i5], {instancePath:instancePath+"/toRequires/" + i5,parentData:data13,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/toRequires",schemaPath:"#/properties/toRequires/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.toRequires.type,parentSchema:schema36.properties.toRequires,data:data13};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.toPorts !== undefined){
let data15 = data.toPorts;
if(Array.isArray(data15)){
const len6 = data15.length;
for(let i6=0; i6<len6; i6++){
if(!(validate70(data15[i6], {instancePath:instancePath+"/toPorts/" + i6,parentData:data15,parentDataProperty:i6,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/toPorts",schemaPath:"#/properties/toPorts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.toPorts.type,parentSchema:schema36.properties.toPorts,data:data15};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.icmps !== undefined){
if(!(validate82(data.icmps, {instancePath:instancePath+"/icmps",parentData:data,parentDataProperty:"icmps",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
}
if(data.authentication !== undefined){
if(!(validate84(data.authentication, {instancePath:instancePath+"/authentication",parentData:data,parentDataProperty:"authentication",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.type,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate99.errors = vErrors;
return errors === 0;
}
validate99.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema38 = {"type":"object","properties":{"toEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toCIDR":{"type":"array","items":{"type":"string"}},"toCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"toEntities":{"$ref":"#/$defs/Entities"},"toNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toGroups":{"$ref":"#/$defs/Groups"},"toServices":{"$ref":"#/$defs/Services"},"toRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortDenyRule"}},"icmps":{"$ref":"#/$defs/ICMPs"}},"additionalProperties":false};

function validate114(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate114.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema38.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.toEndpoints !== undefined){
let data0 = data.toEndpoints;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(!(validate56(data0[i0], {instancePath:instancePath+"/toEndpoints/" + i0,parentData:data0,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/toEndpoints",schemaPath:"#/properties/toEndpoints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.properties.toEndpoints.type,parentSchema:schema38.properties.toEndpoints,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.toCIDR !== undefined){
let data2 = data.toCIDR;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 !== "string"){
const err2 = {instancePath:instancePath+"/toCIDR/" + i1,schemaPath:"#/properties/toCIDR/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.toCIDR.items.type,parentSchema:schema38.properties.toCIDR.items,data:data3};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/toCIDR",schemaPath:"#/properties/toCIDR/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.properties.toCIDR.type,parentSchema:schema38.properties.toCIDR,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.toCIDRSet !== undefined){
let data4 = data.toCIDRSet;
if(Array.isArray(data4)){
const len2 = data4.length;
for(let i2=0; i2<len2; i2++){
if(!(validate61(data4[i2], {instancePath:instancePath+"/toCIDRSet/" + i2,parentData:data4,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/toCIDRSet",schemaPath:"#/properties/toCIDRSet/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.properties.toCIDRSet.type,parentSchema:schema38.properties.toCIDRSet,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.toEntities !== undefined){
if(!(validate64(data.toEntities, {instancePath:instancePath+"/toEntities",parentData:data,parentDataProperty:"toEntities",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
}
if(data.toNodes !== undefined){
let data7 = data.toNodes;
if(Array.isArray(data7)){
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
if(!(validate56(data7[i3], {instancePath:instancePath+"/toNodes/" + i3,parentData:data7,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/toNodes",schemaPath:"#/properties/toNodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.properties.toNodes.type,parentSchema:schema38.properties.toNodes,data:data7};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.toGroups !== undefined){
if(!(validate67(data.toGroups, {instancePath:instancePath+"/toGroups",parentData:data,parentDataProperty:"toGroups",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
}
if(data.toServices !== undefined){
if(!(validate105(data.toServices, {instancePath:instancePath+"/toServices",parentData:data,parentDataProperty:"toServices",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
errors = vErrors.length;
}
}
if(data.toRequires !== undefined){
let data11 = data.toRequires;
if(Array.isArray(data11)){
const len4 = data11.length;
for(let i4=0; i4<len4; i4++){
if(!(validate56(data11[i4], {instancePath:instancePath+"/toRequires/" + i4,parentData:data11,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/toRequires",schemaPath:"#/properties/toRequires/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.properties.toRequires.type,parentSchema:schema38.properties.toRequires,data:data11};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.toPorts !== undefined){
let data13 = data.toPorts;
if(Array.isArray(data13)){
const len5 = data13.length;
for(let i5=0; i5<len5; i5++){
if(!(validate94(data13[i5], {instancePath:instancePath+"/toPorts/" + i5,parentData:data13,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/toPorts",schemaPath:"#/properties/toPorts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.properties.toPorts.type,parentSchema:schema38.properties.toPorts,data:data13};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.icmps !== undefined){
if(!(validate82(data.icmps, {instancePath:instancePath+"/icmps",parentData:data,parentDataProperty:"icmps",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate114.errors = vErrors;
return errors === 0;
}
validate114.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate55.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema21.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.description !== undefined){
let data0 = data.description;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.properties.description.type,parentSchema:schema21.properties.description,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.endpointSelector !== undefined){
if(!(validate56(data.endpointSelector, {instancePath:instancePath+"/endpointSelector",parentData:data,parentDataProperty:"endpointSelector",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
if(data.nodeSelector !== undefined){
if(!(validate56(data.nodeSelector, {instancePath:instancePath+"/nodeSelector",parentData:data,parentDataProperty:"nodeSelector",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
if(data.ingress !== undefined){
let data3 = data.ingress;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate59(data3[i0], {instancePath:instancePath+"/ingress/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/ingress",schemaPath:"#/properties/ingress/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.properties.ingress.type,parentSchema:schema21.properties.ingress,data:data3};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.ingressDeny !== undefined){
let data5 = data.ingressDeny;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(!(validate87(data5[i1], {instancePath:instancePath+"/ingressDeny/" + i1,parentData:data5,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
}
else {
const err3 = {instancePath:instancePath+"/ingressDeny",schemaPath:"#/properties/ingressDeny/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.properties.ingressDeny.type,parentSchema:schema21.properties.ingressDeny,data:data5};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.egress !== undefined){
let data7 = data.egress;
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
if(!(validate99(data7[i2], {instancePath:instancePath+"/egress/" + i2,parentData:data7,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/egress",schemaPath:"#/properties/egress/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.properties.egress.type,parentSchema:schema21.properties.egress,data:data7};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.egressDeny !== undefined){
let data9 = data.egressDeny;
if(Array.isArray(data9)){
const len3 = data9.length;
for(let i3=0; i3<len3; i3++){
if(!(validate114(data9[i3], {instancePath:instancePath+"/egressDeny/" + i3,parentData:data9,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/egressDeny",schemaPath:"#/properties/egressDeny/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.properties.egressDeny.type,parentSchema:schema21.properties.egressDeny,data:data9};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.enableDefaultDeny !== undefined){
let data11 = data.enableDefaultDeny;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key1 in data11){
if(!((key1 === "ingress") || (key1 === "egress"))){
const err6 = {instancePath:instancePath+"/enableDefaultDeny",schemaPath:"#/properties/enableDefaultDeny/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema21.properties.enableDefaultDeny,data:data11};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data11.ingress !== undefined){
let data12 = data11.ingress;
if(typeof data12 !== "boolean"){
const err7 = {instancePath:instancePath+"/enableDefaultDeny/ingress",schemaPath:"#/properties/enableDefaultDeny/properties/ingress/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema21.properties.enableDefaultDeny.properties.ingress.type,parentSchema:schema21.properties.enableDefaultDeny.properties.ingress,data:data12};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data11.egress !== undefined){
let data13 = data11.egress;
if(typeof data13 !== "boolean"){
const err8 = {instancePath:instancePath+"/enableDefaultDeny/egress",schemaPath:"#/properties/enableDefaultDeny/properties/egress/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema21.properties.enableDefaultDeny.properties.egress.type,parentSchema:schema21.properties.enableDefaultDeny.properties.egress,data:data13};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/enableDefaultDeny",schemaPath:"#/properties/enableDefaultDeny/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.properties.enableDefaultDeny.type,parentSchema:schema21.properties.enableDefaultDeny,data:data11};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.labels !== undefined){
let data14 = data.labels;
if(Array.isArray(data14)){
const len4 = data14.length;
for(let i4=0; i4<len4; i4++){
let data15 = data14[i4];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.key === undefined){
const err10 = {instancePath:instancePath+"/labels/" + i4,schemaPath:"#/properties/labels/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema21.properties.labels.items.required,parentSchema:schema21.properties.labels.items,data:data15};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key2 in data15){
if(!(((key2 === "key") || (key2 === "value")) || (key2 === "source"))){
const err11 = {instancePath:instancePath+"/labels/" + i4,schemaPath:"#/properties/labels/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema21.properties.labels.items,data:data15};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data15.key !== undefined){
let data16 = data15.key;
if(typeof data16 !== "string"){
const err12 = {instancePath:instancePath+"/labels/" + i4+"/key",schemaPath:"#/properties/labels/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.properties.labels.items.properties.key.type,parentSchema:schema21.properties.labels.items.properties.key,data:data16};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data15.value !== undefined){
let data17 = data15.value;
if(typeof data17 !== "string"){
const err13 = {instancePath:instancePath+"/labels/" + i4+"/value",schemaPath:"#/properties/labels/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.properties.labels.items.properties.value.type,parentSchema:schema21.properties.labels.items.properties.value,data:data17};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data15.source !== undefined){
let data18 = data15.source;
if(typeof data18 !== "string"){
const err14 = {instancePath:instancePath+"/labels/" + i4+"/source",schemaPath:"#/properties/labels/items/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.properties.labels.items.properties.source.type,parentSchema:schema21.properties.labels.items.properties.source,data:data18};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/labels/" + i4,schemaPath:"#/properties/labels/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.properties.labels.items.type,parentSchema:schema21.properties.labels.items,data:data15};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema21.properties.labels.type,parentSchema:schema21.properties.labels,data:data14};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.log !== undefined){
let data19 = data.log;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key3 in data19){
if(!(key3 === "value")){
const err17 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema21.properties.log,data:data19};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data19.value !== undefined){
let data20 = data19.value;
if(typeof data20 !== "string"){
const err18 = {instancePath:instancePath+"/log/value",schemaPath:"#/properties/log/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema21.properties.log.properties.value.type,parentSchema:schema21.properties.log.properties.value,data:data20};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.properties.log.type,parentSchema:schema21.properties.log,data:data19};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema21.type,parentSchema:schema21,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}
validate55.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="netpol:policy/ciliumclusterwidenetworkpolicy.v2" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'",schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'",schema:schema19.required,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "specs")) || (key0 === "status"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.properties.apiVersion.type,parentSchema:schema19.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.properties.kind.type,parentSchema:schema19.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.metadata !== undefined){
if(!(validate53(data.metadata, {instancePath:instancePath+"/metadata",parentData:data,parentDataProperty:"metadata",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.spec !== undefined){
if(!(validate55(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
if(data.specs !== undefined){
let data4 = data.specs;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate55(data4[i0], {instancePath:instancePath+"/specs/" + i0,parentData:data4,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/specs",schemaPath:"#/properties/specs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema19.properties.specs.type,parentSchema:schema19.properties.specs,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.status !== undefined){
let data6 = data.status;
if(!(data6 && typeof data6 == "object" && !Array.isArray(data6))){
const err7 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema19.properties.status.type,parentSchema:schema19.properties.status,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema19.type,parentSchema:schema19,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

