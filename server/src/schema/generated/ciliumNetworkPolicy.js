"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$id":"netpol:policy/ciliumnetworkpolicy.v2","type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"#/$defs/ObjectMeta"},"spec":{"$ref":"#/$defs/Rule"},"specs":{"type":"array","items":{"$ref":"#/$defs/Rule"}},"status":{"type":"object"}},"required":["apiVersion","kind","metadata"],"additionalProperties":false,"$defs":{"ObjectMeta":{"type":"object","properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"finalizers":{"type":"array","items":{"type":"string"}},"ownerReferences":{"type":"array","items":{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}},"required":["apiVersion","kind","name","uid"],"additionalProperties":false}},"creationTimestamp":{"type":"string"},"deletionTimestamp":{"type":"string"},"deletionGracePeriodSeconds":{"type":"integer"},"generation":{"type":"integer"},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"},"managedFields":{"type":"array","items":{"type":"object"}}},"additionalProperties":false},"Rule":{"type":"object","properties":{"description":{"type":"string"},"endpointSelector":{"$ref":"#/$defs/Selector"},"nodeSelector":{"$ref":"#/$defs/Selector"},"ingress":{"type":"array","items":{"$ref":"#/$defs/IngressItem"}},"ingressDeny":{"type":"array","items":{"$ref":"#/$defs/IngressDenyItem"}},"egress":{"type":"array","items":{"$ref":"#/$defs/EgressItem"}},"egressDeny":{"type":"array","items":{"$ref":"#/$defs/EgressDenyItem"}},"enableDefaultDeny":{"type":"object","properties":{"ingress":{"type":"boolean"},"egress":{"type":"boolean"}},"additionalProperties":false},"labels":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"value":{"type":"string"},"source":{"type":"string"}},"required":["key"],"additionalProperties":false}},"log":{"type":"object","properties":{"value":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false},"Selector":{"type":"object","properties":{"matchLabels":{"type":"object","additionalProperties":{"type":"string"}},"matchExpressions":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"operator":{"type":"string"},"values":{"type":"array","items":{"type":"string"}}},"required":["key","operator"],"additionalProperties":false}}},"additionalProperties":false},"IngressItem":{"type":"object","properties":{"fromEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromCIDR":{"type":"array","items":{"type":"string"}},"fromCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"fromEntities":{"$ref":"#/$defs/Entities"},"fromNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromGroups":{"$ref":"#/$defs/Groups"},"fromRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortRule"}},"icmps":{"$ref":"#/$defs/ICMPs"},"authentication":{"$ref":"#/$defs/Authentication"}},"additionalProperties":false},"CIDRSet":{"type":"object","properties":{"cidr":{"type":"string"},"cidrGroupRef":{"type":"string"},"cidrGroupSelector":{"$ref":"#/$defs/Selector"},"except":{"type":"array","items":{"type":"string"}}},"additionalProperties":false},"Entities":{"type":"array","items":{"type":"string"}},"Groups":{"type":"array","items":{"type":"object","properties":{"aws":{"type":"object","properties":{"labels":{"type":"object","additionalProperties":{"type":"string"}},"region":{"type":"string"},"securityGroupsIds":{"type":"array","items":{"type":"string"}},"securityGroupsNames":{"type":"array","items":{"type":"string"}}},"additionalProperties":false}},"additionalProperties":false}},"PortRule":{"type":"object","properties":{"ports":{"type":"array","items":{"$ref":"#/$defs/Port"}},"rules":{"type":"object","properties":{"http":{"type":"array","items":{"type":"object","properties":{"method":{"type":"string"},"path":{"type":"string"},"host":{"type":"string"},"headers":{"type":"array","items":{"type":"string"}},"headerMatches":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"value":{"type":"string"},"secret":{"$ref":"#/$defs/Secret"},"mismatch":{"type":"string"}},"required":["name"],"additionalProperties":false}}},"additionalProperties":false}},"dns":{"type":"array","items":{"$ref":"#/$defs/Name"}},"kafka":{"type":"array","items":{"type":"object","properties":{"role":{"type":"string"},"apiKey":{"type":"string"},"apiVersion":{"type":"string"},"clientID":{"type":"string"},"topic":{"type":"string"}},"additionalProperties":false}},"l7proto":{"type":"string"},"l7":{"type":"array","items":{"type":"object","additionalProperties":{"type":"string"}}}},"additionalProperties":false},"terminatingTLS":{"$ref":"#/$defs/TLS"},"originatingTLS":{"$ref":"#/$defs/TLS"},"serverNames":{"type":"array","items":{"type":"string"}},"listener":{"type":"object","properties":{"envoyConfig":{"type":"object","properties":{"kind":{"type":"string"},"name":{"type":"string"}},"required":["name"],"additionalProperties":false},"name":{"type":"string"},"priority":{"type":"integer"}},"required":["envoyConfig","name"],"additionalProperties":false}},"additionalProperties":false},"Port":{"type":"object","properties":{"port":{"type":"string"},"endPort":{"type":"integer"},"protocol":{"type":"string"}},"additionalProperties":false},"Secret":{"type":"object","properties":{"name":{"type":"string"},"namespace":{"type":"string"}},"required":["name"],"additionalProperties":false},"Name":{"type":"object","properties":{"matchName":{"type":"string"},"matchPattern":{"type":"string"}},"additionalProperties":false},"TLS":{"type":"object","properties":{"secret":{"$ref":"#/$defs/Secret"},"trustedCA":{"type":"string"},"certificate":{"type":"string"},"privateKey":{"type":"string"}},"required":["secret"],"additionalProperties":false},"ICMPs":{"type":"array","items":{"type":"object","properties":{"fields":{"type":"array","items":{"type":"object","properties":{"family":{"type":"string"},"type":{"type":["integer","string"]}},"required":["type"],"additionalProperties":false}}},"additionalProperties":false}},"Authentication":{"type":"object","properties":{"mode":{"type":"string"}},"required":["mode"],"additionalProperties":false},"IngressDenyItem":{"type":"object","properties":{"fromEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromCIDR":{"type":"array","items":{"type":"string"}},"fromCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"fromEntities":{"$ref":"#/$defs/Entities"},"fromNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromGroups":{"$ref":"#/$defs/Groups"},"fromRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortDenyRule"}},"icmps":{"$ref":"#/$defs/ICMPs"}},"additionalProperties":false},"PortDenyRule":{"type":"object","properties":{"ports":{"type":"array","items":{"$ref":"#/$defs/Port"}}},"additionalProperties":false},"EgressItem":{"type":"object","properties":{"toEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toCIDR":{"type":"array","items":{"type":"string"}},"toCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"toEntities":{"$ref":"#/$defs/Entities"},"toNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toGroups":{"$ref":"#/$defs/Groups"},"toServices":{"$ref":"#/$defs/Services"},"toFQDNs":{"type":"array","items":{"$ref":"#/$defs/Name"}},"toRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortRule"}},"icmps":{"$ref":"#/$defs/ICMPs"},"authentication":{"$ref":"#/$defs/Authentication"}},"additionalProperties":false},"Services":{"type":"array","items":{"type":"object","properties":{"k8sService":{"type":"object","properties":{"serviceName":{"type":"string"},"namespace":{"type":"string"}},"additionalProperties":false},"k8sServiceSelector":{"type":"object","properties":{"selector":{"$ref":"#/$defs/Selector"},"namespace":{"type":"string"}},"required":["selector"],"additionalProperties":false}},"additionalProperties":false}},"EgressDenyItem":{"type":"object","properties":{"toEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toCIDR":{"type":"array","items":{"type":"string"}},"toCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"toEntities":{"$ref":"#/$defs/Entities"},"toNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toGroups":{"$ref":"#/$defs/Groups"},"toServices":{"$ref":"#/$defs/Services"},"toRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortDenyRule"}},"icmps":{"$ref":"#/$defs/ICMPs"}},"additionalProperties":false}}};
const schema32 = {"type":"object","properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"finalizers":{"type":"array","items":{"type":"string"}},"ownerReferences":{"type":"array","items":{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}},"required":["apiVersion","kind","name","uid"],"additionalProperties":false}},"creationTimestamp":{"type":"string"},"deletionTimestamp":{"type":"string"},"deletionGracePeriodSeconds":{"type":"integer"},"generation":{"type":"integer"},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"},"managedFields":{"type":"array","items":{"type":"object"}}},"additionalProperties":false};
const func1 = Object.prototype.hasOwnProperty;
const schema33 = {"type":"object","properties":{"description":{"type":"string"},"endpointSelector":{"$ref":"#/$defs/Selector"},"nodeSelector":{"$ref":"#/$defs/Selector"},"ingress":{"type":"array","items":{"$ref":"#/$defs/IngressItem"}},"ingressDeny":{"type":"array","items":{"$ref":"#/$defs/IngressDenyItem"}},"egress":{"type":"array","items":{"$ref":"#/$defs/EgressItem"}},"egressDeny":{"type":"array","items":{"$ref":"#/$defs/EgressDenyItem"}},"enableDefaultDeny":{"type":"object","properties":{"ingress":{"type":"boolean"},"egress":{"type":"boolean"}},"additionalProperties":false},"labels":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"value":{"type":"string"},"source":{"type":"string"}},"required":["key"],"additionalProperties":false}},"log":{"type":"object","properties":{"value":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false};
const schema34 = {"type":"object","properties":{"matchLabels":{"type":"object","additionalProperties":{"type":"string"}},"matchExpressions":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"operator":{"type":"string"},"values":{"type":"array","items":{"type":"string"}}},"required":["key","operator"],"additionalProperties":false}}},"additionalProperties":false};
const schema36 = {"type":"object","properties":{"fromEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromCIDR":{"type":"array","items":{"type":"string"}},"fromCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"fromEntities":{"$ref":"#/$defs/Entities"},"fromNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromGroups":{"$ref":"#/$defs/Groups"},"fromRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortRule"}},"icmps":{"$ref":"#/$defs/ICMPs"},"authentication":{"$ref":"#/$defs/Authentication"}},"additionalProperties":false};
const schema40 = {"type":"array","items":{"type":"string"}};
const schema42 = {"type":"array","items":{"type":"object","properties":{"aws":{"type":"object","properties":{"labels":{"type":"object","additionalProperties":{"type":"string"}},"region":{"type":"string"},"securityGroupsIds":{"type":"array","items":{"type":"string"}},"securityGroupsNames":{"type":"array","items":{"type":"string"}}},"additionalProperties":false}},"additionalProperties":false}};
const schema50 = {"type":"array","items":{"type":"object","properties":{"fields":{"type":"array","items":{"type":"object","properties":{"family":{"type":"string"},"type":{"type":["integer","string"]}},"required":["type"],"additionalProperties":false}}},"additionalProperties":false}};
const schema51 = {"type":"object","properties":{"mode":{"type":"string"}},"required":["mode"],"additionalProperties":false};
const schema38 = {"type":"object","properties":{"cidr":{"type":"string"},"cidrGroupRef":{"type":"string"},"cidrGroupSelector":{"$ref":"#/$defs/Selector"},"except":{"type":"array","items":{"type":"string"}}},"additionalProperties":false};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "cidr") || (key0 === "cidrGroupRef")) || (key0 === "cidrGroupSelector")) || (key0 === "except"))){
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
if(data.cidr !== undefined){
let data0 = data.cidr;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/cidr",schemaPath:"#/properties/cidr/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.cidr.type,parentSchema:schema38.properties.cidr,data:data0};
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
const err2 = {instancePath:instancePath+"/cidrGroupRef",schemaPath:"#/properties/cidrGroupRef/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.cidrGroupRef.type,parentSchema:schema38.properties.cidrGroupRef,data:data1};
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
let data2 = data.cidrGroupSelector;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!((key1 === "matchLabels") || (key1 === "matchExpressions"))){
const err3 = {instancePath:instancePath+"/cidrGroupSelector",schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data2.matchLabels !== undefined){
let data3 = data2.matchLabels;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key2 in data3){
let data4 = data3[key2];
if(typeof data4 !== "string"){
const err4 = {instancePath:instancePath+"/cidrGroupSelector/matchLabels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data4};
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
const err5 = {instancePath:instancePath+"/cidrGroupSelector/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data2.matchExpressions !== undefined){
let data5 = data2.matchExpressions;
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.key === undefined){
const err6 = {instancePath:instancePath+"/cidrGroupSelector/matchExpressions/" + i0,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data6};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data6.operator === undefined){
const err7 = {instancePath:instancePath+"/cidrGroupSelector/matchExpressions/" + i0,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key3 in data6){
if(!(((key3 === "key") || (key3 === "operator")) || (key3 === "values"))){
const err8 = {instancePath:instancePath+"/cidrGroupSelector/matchExpressions/" + i0,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data6.key !== undefined){
let data7 = data6.key;
if(typeof data7 !== "string"){
const err9 = {instancePath:instancePath+"/cidrGroupSelector/matchExpressions/" + i0+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data6.operator !== undefined){
let data8 = data6.operator;
if(typeof data8 !== "string"){
const err10 = {instancePath:instancePath+"/cidrGroupSelector/matchExpressions/" + i0+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data6.values !== undefined){
let data9 = data6.values;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(typeof data10 !== "string"){
const err11 = {instancePath:instancePath+"/cidrGroupSelector/matchExpressions/" + i0+"/values/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data10};
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
const err12 = {instancePath:instancePath+"/cidrGroupSelector/matchExpressions/" + i0+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/cidrGroupSelector/matchExpressions/" + i0,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data6};
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
const err14 = {instancePath:instancePath+"/cidrGroupSelector/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data5};
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
const err15 = {instancePath:instancePath+"/cidrGroupSelector",schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data2};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.except !== undefined){
let data11 = data.except;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(typeof data12 !== "string"){
const err16 = {instancePath:instancePath+"/except/" + i2,schemaPath:"#/properties/except/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.except.items.type,parentSchema:schema38.properties.except.items,data:data12};
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
const err17 = {instancePath:instancePath+"/except",schemaPath:"#/properties/except/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.properties.except.type,parentSchema:schema38.properties.except,data:data11};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema44 = {"type":"object","properties":{"ports":{"type":"array","items":{"$ref":"#/$defs/Port"}},"rules":{"type":"object","properties":{"http":{"type":"array","items":{"type":"object","properties":{"method":{"type":"string"},"path":{"type":"string"},"host":{"type":"string"},"headers":{"type":"array","items":{"type":"string"}},"headerMatches":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"},"value":{"type":"string"},"secret":{"$ref":"#/$defs/Secret"},"mismatch":{"type":"string"}},"required":["name"],"additionalProperties":false}}},"additionalProperties":false}},"dns":{"type":"array","items":{"$ref":"#/$defs/Name"}},"kafka":{"type":"array","items":{"type":"object","properties":{"role":{"type":"string"},"apiKey":{"type":"string"},"apiVersion":{"type":"string"},"clientID":{"type":"string"},"topic":{"type":"string"}},"additionalProperties":false}},"l7proto":{"type":"string"},"l7":{"type":"array","items":{"type":"object","additionalProperties":{"type":"string"}}}},"additionalProperties":false},"terminatingTLS":{"$ref":"#/$defs/TLS"},"originatingTLS":{"$ref":"#/$defs/TLS"},"serverNames":{"type":"array","items":{"type":"string"}},"listener":{"type":"object","properties":{"envoyConfig":{"type":"object","properties":{"kind":{"type":"string"},"name":{"type":"string"}},"required":["name"],"additionalProperties":false},"name":{"type":"string"},"priority":{"type":"integer"}},"required":["envoyConfig","name"],"additionalProperties":false}},"additionalProperties":false};
const schema45 = {"type":"object","properties":{"port":{"type":"string"},"endPort":{"type":"integer"},"protocol":{"type":"string"}},"additionalProperties":false};
const schema46 = {"type":"object","properties":{"name":{"type":"string"},"namespace":{"type":"string"}},"required":["name"],"additionalProperties":false};
const schema47 = {"type":"object","properties":{"matchName":{"type":"string"},"matchPattern":{"type":"string"}},"additionalProperties":false};
const schema48 = {"type":"object","properties":{"secret":{"$ref":"#/$defs/Secret"},"trustedCA":{"type":"string"},"certificate":{"type":"string"},"privateKey":{"type":"string"}},"required":["secret"],"additionalProperties":false};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate26.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.secret === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'",schema:schema48.required,parentSchema:schema48,data};
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
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema48,data};
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
let data0 = data.secret;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.name === undefined){
const err2 = {instancePath:instancePath+"/secret",schemaPath:"#/$defs/Secret/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema46.required,parentSchema:schema46,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key1 in data0){
if(!((key1 === "name") || (key1 === "namespace"))){
const err3 = {instancePath:instancePath+"/secret",schemaPath:"#/$defs/Secret/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema46,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.name !== undefined){
let data1 = data0.name;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/secret/name",schemaPath:"#/$defs/Secret/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.name.type,parentSchema:schema46.properties.name,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.namespace !== undefined){
let data2 = data0.namespace;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/secret/namespace",schemaPath:"#/$defs/Secret/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.namespace.type,parentSchema:schema46.properties.namespace,data:data2};
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
const err6 = {instancePath:instancePath+"/secret",schemaPath:"#/$defs/Secret/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.type,parentSchema:schema46,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.trustedCA !== undefined){
let data3 = data.trustedCA;
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/trustedCA",schemaPath:"#/properties/trustedCA/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.trustedCA.type,parentSchema:schema48.properties.trustedCA,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.certificate !== undefined){
let data4 = data.certificate;
if(typeof data4 !== "string"){
const err8 = {instancePath:instancePath+"/certificate",schemaPath:"#/properties/certificate/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.certificate.type,parentSchema:schema48.properties.certificate,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.privateKey !== undefined){
let data5 = data.privateKey;
if(typeof data5 !== "string"){
const err9 = {instancePath:instancePath+"/privateKey",schemaPath:"#/properties/privateKey/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.privateKey.type,parentSchema:schema48.properties.privateKey,data:data5};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.type,parentSchema:schema48,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate25.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "ports") || (key0 === "rules")) || (key0 === "terminatingTLS")) || (key0 === "originatingTLS")) || (key0 === "serverNames")) || (key0 === "listener"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema44,data};
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
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!(((key1 === "port") || (key1 === "endPort")) || (key1 === "protocol"))){
const err1 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/$defs/Port/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema45,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.port !== undefined){
let data2 = data1.port;
if(typeof data2 !== "string"){
const err2 = {instancePath:instancePath+"/ports/" + i0+"/port",schemaPath:"#/$defs/Port/properties/port/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.port.type,parentSchema:schema45.properties.port,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data1.endPort !== undefined){
let data3 = data1.endPort;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err3 = {instancePath:instancePath+"/ports/" + i0+"/endPort",schemaPath:"#/$defs/Port/properties/endPort/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema45.properties.endPort.type,parentSchema:schema45.properties.endPort,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.protocol !== undefined){
let data4 = data1.protocol;
if(typeof data4 !== "string"){
const err4 = {instancePath:instancePath+"/ports/" + i0+"/protocol",schemaPath:"#/$defs/Port/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.protocol.type,parentSchema:schema45.properties.protocol,data:data4};
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
const err5 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/$defs/Port/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.type,parentSchema:schema45,data:data1};
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
const err6 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.ports.type,parentSchema:schema44.properties.ports,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.rules !== undefined){
let data5 = data.rules;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
if(!(((((key2 === "http") || (key2 === "dns")) || (key2 === "kafka")) || (key2 === "l7proto")) || (key2 === "l7"))){
const err7 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema44.properties.rules,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data5.http !== undefined){
let data6 = data5.http;
if(Array.isArray(data6)){
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key3 in data7){
if(!(((((key3 === "method") || (key3 === "path")) || (key3 === "host")) || (key3 === "headers")) || (key3 === "headerMatches"))){
const err8 = {instancePath:instancePath+"/rules/http/" + i1,schemaPath:"#/properties/rules/properties/http/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema44.properties.rules.properties.http.items,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data7.method !== undefined){
let data8 = data7.method;
if(typeof data8 !== "string"){
const err9 = {instancePath:instancePath+"/rules/http/" + i1+"/method",schemaPath:"#/properties/rules/properties/http/items/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.rules.properties.http.items.properties.method.type,parentSchema:schema44.properties.rules.properties.http.items.properties.method,data:data8};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data7.path !== undefined){
let data9 = data7.path;
if(typeof data9 !== "string"){
const err10 = {instancePath:instancePath+"/rules/http/" + i1+"/path",schemaPath:"#/properties/rules/properties/http/items/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.rules.properties.http.items.properties.path.type,parentSchema:schema44.properties.rules.properties.http.items.properties.path,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data7.host !== undefined){
let data10 = data7.host;
if(typeof data10 !== "string"){
const err11 = {instancePath:instancePath+"/rules/http/" + i1+"/host",schemaPath:"#/properties/rules/properties/http/items/properties/host/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.rules.properties.http.items.properties.host.type,parentSchema:schema44.properties.rules.properties.http.items.properties.host,data:data10};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data7.headers !== undefined){
let data11 = data7.headers;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
let data12 = data11[i2];
if(typeof data12 !== "string"){
const err12 = {instancePath:instancePath+"/rules/http/" + i1+"/headers/" + i2,schemaPath:"#/properties/rules/properties/http/items/properties/headers/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.rules.properties.http.items.properties.headers.items.type,parentSchema:schema44.properties.rules.properties.http.items.properties.headers.items,data:data12};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/rules/http/" + i1+"/headers",schemaPath:"#/properties/rules/properties/http/items/properties/headers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.rules.properties.http.items.properties.headers.type,parentSchema:schema44.properties.rules.properties.http.items.properties.headers,data:data11};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data7.headerMatches !== undefined){
let data13 = data7.headerMatches;
if(Array.isArray(data13)){
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
let data14 = data13[i3];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.name === undefined){
const err14 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3,schemaPath:"#/properties/rules/properties/http/items/properties/headerMatches/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema44.properties.rules.properties.http.items.properties.headerMatches.items.required,parentSchema:schema44.properties.rules.properties.http.items.properties.headerMatches.items,data:data14};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key4 in data14){
if(!((((key4 === "name") || (key4 === "value")) || (key4 === "secret")) || (key4 === "mismatch"))){
const err15 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3,schemaPath:"#/properties/rules/properties/http/items/properties/headerMatches/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema44.properties.rules.properties.http.items.properties.headerMatches.items,data:data14};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data14.name !== undefined){
let data15 = data14.name;
if(typeof data15 !== "string"){
const err16 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3+"/name",schemaPath:"#/properties/rules/properties/http/items/properties/headerMatches/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.rules.properties.http.items.properties.headerMatches.items.properties.name.type,parentSchema:schema44.properties.rules.properties.http.items.properties.headerMatches.items.properties.name,data:data15};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data14.value !== undefined){
let data16 = data14.value;
if(typeof data16 !== "string"){
const err17 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3+"/value",schemaPath:"#/properties/rules/properties/http/items/properties/headerMatches/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.rules.properties.http.items.properties.headerMatches.items.properties.value.type,parentSchema:schema44.properties.rules.properties.http.items.properties.headerMatches.items.properties.value,data:data16};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data14.secret !== undefined){
let data17 = data14.secret;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.name === undefined){
const err18 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3+"/secret",schemaPath:"#/$defs/Secret/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema46.required,parentSchema:schema46,data:data17};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key5 in data17){
if(!((key5 === "name") || (key5 === "namespace"))){
const err19 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3+"/secret",schemaPath:"#/$defs/Secret/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema46,data:data17};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data17.name !== undefined){
let data18 = data17.name;
if(typeof data18 !== "string"){
const err20 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3+"/secret/name",schemaPath:"#/$defs/Secret/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.name.type,parentSchema:schema46.properties.name,data:data18};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data17.namespace !== undefined){
let data19 = data17.namespace;
if(typeof data19 !== "string"){
const err21 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3+"/secret/namespace",schemaPath:"#/$defs/Secret/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.namespace.type,parentSchema:schema46.properties.namespace,data:data19};
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
const err22 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3+"/secret",schemaPath:"#/$defs/Secret/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.type,parentSchema:schema46,data:data17};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data14.mismatch !== undefined){
let data20 = data14.mismatch;
if(typeof data20 !== "string"){
const err23 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3+"/mismatch",schemaPath:"#/properties/rules/properties/http/items/properties/headerMatches/items/properties/mismatch/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.rules.properties.http.items.properties.headerMatches.items.properties.mismatch.type,parentSchema:schema44.properties.rules.properties.http.items.properties.headerMatches.items.properties.mismatch,data:data20};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches/" + i3,schemaPath:"#/properties/rules/properties/http/items/properties/headerMatches/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.properties.rules.properties.http.items.properties.headerMatches.items.type,parentSchema:schema44.properties.rules.properties.http.items.properties.headerMatches.items,data:data14};
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
const err25 = {instancePath:instancePath+"/rules/http/" + i1+"/headerMatches",schemaPath:"#/properties/rules/properties/http/items/properties/headerMatches/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.rules.properties.http.items.properties.headerMatches.type,parentSchema:schema44.properties.rules.properties.http.items.properties.headerMatches,data:data13};
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
const err26 = {instancePath:instancePath+"/rules/http/" + i1,schemaPath:"#/properties/rules/properties/http/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.properties.rules.properties.http.items.type,parentSchema:schema44.properties.rules.properties.http.items,data:data7};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/rules/http",schemaPath:"#/properties/rules/properties/http/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.rules.properties.http.type,parentSchema:schema44.properties.rules.properties.http,data:data6};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data5.dns !== undefined){
let data21 = data5.dns;
if(Array.isArray(data21)){
const len4 = data21.length;
for(let i4=0; i4<len4; i4++){
let data22 = data21[i4];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key6 in data22){
if(!((key6 === "matchName") || (key6 === "matchPattern"))){
const err28 = {instancePath:instancePath+"/rules/dns/" + i4,schemaPath:"#/$defs/Name/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema47,data:data22};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data22.matchName !== undefined){
let data23 = data22.matchName;
if(typeof data23 !== "string"){
const err29 = {instancePath:instancePath+"/rules/dns/" + i4+"/matchName",schemaPath:"#/$defs/Name/properties/matchName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.matchName.type,parentSchema:schema47.properties.matchName,data:data23};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data22.matchPattern !== undefined){
let data24 = data22.matchPattern;
if(typeof data24 !== "string"){
const err30 = {instancePath:instancePath+"/rules/dns/" + i4+"/matchPattern",schemaPath:"#/$defs/Name/properties/matchPattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.matchPattern.type,parentSchema:schema47.properties.matchPattern,data:data24};
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
const err31 = {instancePath:instancePath+"/rules/dns/" + i4,schemaPath:"#/$defs/Name/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.type,parentSchema:schema47,data:data22};
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
const err32 = {instancePath:instancePath+"/rules/dns",schemaPath:"#/properties/rules/properties/dns/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.rules.properties.dns.type,parentSchema:schema44.properties.rules.properties.dns,data:data21};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data5.kafka !== undefined){
let data25 = data5.kafka;
if(Array.isArray(data25)){
const len5 = data25.length;
for(let i5=0; i5<len5; i5++){
let data26 = data25[i5];
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key7 in data26){
if(!(((((key7 === "role") || (key7 === "apiKey")) || (key7 === "apiVersion")) || (key7 === "clientID")) || (key7 === "topic"))){
const err33 = {instancePath:instancePath+"/rules/kafka/" + i5,schemaPath:"#/properties/rules/properties/kafka/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema44.properties.rules.properties.kafka.items,data:data26};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data26.role !== undefined){
let data27 = data26.role;
if(typeof data27 !== "string"){
const err34 = {instancePath:instancePath+"/rules/kafka/" + i5+"/role",schemaPath:"#/properties/rules/properties/kafka/items/properties/role/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.rules.properties.kafka.items.properties.role.type,parentSchema:schema44.properties.rules.properties.kafka.items.properties.role,data:data27};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data26.apiKey !== undefined){
let data28 = data26.apiKey;
if(typeof data28 !== "string"){
const err35 = {instancePath:instancePath+"/rules/kafka/" + i5+"/apiKey",schemaPath:"#/properties/rules/properties/kafka/items/properties/apiKey/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.rules.properties.kafka.items.properties.apiKey.type,parentSchema:schema44.properties.rules.properties.kafka.items.properties.apiKey,data:data28};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data26.apiVersion !== undefined){
let data29 = data26.apiVersion;
if(typeof data29 !== "string"){
const err36 = {instancePath:instancePath+"/rules/kafka/" + i5+"/apiVersion",schemaPath:"#/properties/rules/properties/kafka/items/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.rules.properties.kafka.items.properties.apiVersion.type,parentSchema:schema44.properties.rules.properties.kafka.items.properties.apiVersion,data:data29};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data26.clientID !== undefined){
let data30 = data26.clientID;
if(typeof data30 !== "string"){
const err37 = {instancePath:instancePath+"/rules/kafka/" + i5+"/clientID",schemaPath:"#/properties/rules/properties/kafka/items/properties/clientID/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.rules.properties.kafka.items.properties.clientID.type,parentSchema:schema44.properties.rules.properties.kafka.items.properties.clientID,data:data30};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data26.topic !== undefined){
let data31 = data26.topic;
if(typeof data31 !== "string"){
const err38 = {instancePath:instancePath+"/rules/kafka/" + i5+"/topic",schemaPath:"#/properties/rules/properties/kafka/items/properties/topic/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.rules.properties.kafka.items.properties.topic.type,parentSchema:schema44.properties.rules.properties.kafka.items.properties.topic,data:data31};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/rules/kafka/" + i5,schemaPath:"#/properties/rules/properties/kafka/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.properties.rules.properties.kafka.items.type,parentSchema:schema44.properties.rules.properties.kafka.items,data:data26};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/rules/kafka",schemaPath:"#/properties/rules/properties/kafka/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.rules.properties.kafka.type,parentSchema:schema44.properties.rules.properties.kafka,data:data25};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data5.l7proto !== undefined){
let data32 = data5.l7proto;
if(typeof data32 !== "string"){
const err41 = {instancePath:instancePath+"/rules/l7proto",schemaPath:"#/properties/rules/properties/l7proto/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.rules.properties.l7proto.type,parentSchema:schema44.properties.rules.properties.l7proto,data:data32};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data5.l7 !== undefined){
let data33 = data5.l7;
if(Array.isArray(data33)){
const len6 = data33.length;
for(let i6=0; i6<len6; i6++){
let data34 = data33[i6];
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
for(const key8 in data34){
let data35 = data34[key8];
if(typeof data35 !== "string"){
const err42 = {instancePath:instancePath+"/rules/l7/" + i6+"/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/rules/properties/l7/items/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.rules.properties.l7.items.additionalProperties.type,parentSchema:schema44.properties.rules.properties.l7.items.additionalProperties,data:data35};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/rules/l7/" + i6,schemaPath:"#/properties/rules/properties/l7/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.properties.rules.properties.l7.items.type,parentSchema:schema44.properties.rules.properties.l7.items,data:data34};
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
const err44 = {instancePath:instancePath+"/rules/l7",schemaPath:"#/properties/rules/properties/l7/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.rules.properties.l7.type,parentSchema:schema44.properties.rules.properties.l7,data:data33};
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
const err45 = {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.properties.rules.type,parentSchema:schema44.properties.rules,data:data5};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.terminatingTLS !== undefined){
if(!(validate26(data.terminatingTLS, {instancePath:instancePath+"/terminatingTLS",parentData:data,parentDataProperty:"terminatingTLS",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.originatingTLS !== undefined){
if(!(validate26(data.originatingTLS, {instancePath:instancePath+"/originatingTLS",parentData:data,parentDataProperty:"originatingTLS",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.serverNames !== undefined){
let data38 = data.serverNames;
if(Array.isArray(data38)){
const len7 = data38.length;
for(let i7=0; i7<len7; i7++){
let data39 = data38[i7];
if(typeof data39 !== "string"){
const err46 = {instancePath:instancePath+"/serverNames/" + i7,schemaPath:"#/properties/serverNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.serverNames.items.type,parentSchema:schema44.properties.serverNames.items,data:data39};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/serverNames",schemaPath:"#/properties/serverNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema44.properties.serverNames.type,parentSchema:schema44.properties.serverNames,data:data38};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.listener !== undefined){
let data40 = data.listener;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.envoyConfig === undefined){
const err48 = {instancePath:instancePath+"/listener",schemaPath:"#/properties/listener/required",keyword:"required",params:{missingProperty: "envoyConfig"},message:"must have required property '"+"envoyConfig"+"'",schema:schema44.properties.listener.required,parentSchema:schema44.properties.listener,data:data40};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data40.name === undefined){
const err49 = {instancePath:instancePath+"/listener",schemaPath:"#/properties/listener/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema44.properties.listener.required,parentSchema:schema44.properties.listener,data:data40};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
for(const key9 in data40){
if(!(((key9 === "envoyConfig") || (key9 === "name")) || (key9 === "priority"))){
const err50 = {instancePath:instancePath+"/listener",schemaPath:"#/properties/listener/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema44.properties.listener,data:data40};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data40.envoyConfig !== undefined){
let data41 = data40.envoyConfig;
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(data41.name === undefined){
const err51 = {instancePath:instancePath+"/listener/envoyConfig",schemaPath:"#/properties/listener/properties/envoyConfig/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema44.properties.listener.properties.envoyConfig.required,parentSchema:schema44.properties.listener.properties.envoyConfig,data:data41};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
for(const key10 in data41){
if(!((key10 === "kind") || (key10 === "name"))){
const err52 = {instancePath:instancePath+"/listener/envoyConfig",schemaPath:"#/properties/listener/properties/envoyConfig/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema44.properties.listener.properties.envoyConfig,data:data41};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data41.kind !== undefined){
let data42 = data41.kind;
if(typeof data42 !== "string"){
const err53 = {instancePath:instancePath+"/listener/envoyConfig/kind",schemaPath:"#/properties/listener/properties/envoyConfig/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.listener.properties.envoyConfig.properties.kind.type,parentSchema:schema44.properties.listener.properties.envoyConfig.properties.kind,data:data42};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data41.name !== undefined){
let data43 = data41.name;
if(typeof data43 !== "string"){
const err54 = {instancePath:instancePath+"/listener/envoyConfig/name",schemaPath:"#/properties/listener/properties/envoyConfig/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.listener.properties.envoyConfig.properties.name.type,parentSchema:schema44.properties.listener.properties.envoyConfig.properties.name,data:data43};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/listener/envoyConfig",schemaPath:"#/properties/listener/properties/envoyConfig/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.properties.listener.properties.envoyConfig.type,parentSchema:schema44.properties.listener.properties.envoyConfig,data:data41};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data40.name !== undefined){
let data44 = data40.name;
if(typeof data44 !== "string"){
const err56 = {instancePath:instancePath+"/listener/name",schemaPath:"#/properties/listener/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema44.properties.listener.properties.name.type,parentSchema:schema44.properties.listener.properties.name,data:data44};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data40.priority !== undefined){
let data45 = data40.priority;
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
const err57 = {instancePath:instancePath+"/listener/priority",schemaPath:"#/properties/listener/properties/priority/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema44.properties.listener.properties.priority.type,parentSchema:schema44.properties.listener.properties.priority,data:data45};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/listener",schemaPath:"#/properties/listener/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.properties.listener.type,parentSchema:schema44.properties.listener,data:data40};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.type,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
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
if(data.fromEndpoints !== undefined){
let data0 = data.fromEndpoints;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!((key1 === "matchLabels") || (key1 === "matchExpressions"))){
const err1 = {instancePath:instancePath+"/fromEndpoints/" + i0,schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.matchLabels !== undefined){
let data2 = data1.matchLabels;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key2 in data2){
let data3 = data2[key2];
if(typeof data3 !== "string"){
const err2 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchLabels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data3};
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
const err3 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.matchExpressions !== undefined){
let data4 = data1.matchExpressions;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.key === undefined){
const err4 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data5.operator === undefined){
const err5 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key3 in data5){
if(!(((key3 === "key") || (key3 === "operator")) || (key3 === "values"))){
const err6 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data5.key !== undefined){
let data6 = data5.key;
if(typeof data6 !== "string"){
const err7 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data5.operator !== undefined){
let data7 = data5.operator;
if(typeof data7 !== "string"){
const err8 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data5.values !== undefined){
let data8 = data5.values;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
let data9 = data8[i2];
if(typeof data9 !== "string"){
const err9 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1+"/values/" + i2,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data9};
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
const err10 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data8};
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
const err11 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data5};
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
const err12 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/fromEndpoints/" + i0,schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data1};
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
const err14 = {instancePath:instancePath+"/fromEndpoints",schemaPath:"#/properties/fromEndpoints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.fromEndpoints.type,parentSchema:schema36.properties.fromEndpoints,data:data0};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.fromCIDR !== undefined){
let data10 = data.fromCIDR;
if(Array.isArray(data10)){
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
let data11 = data10[i3];
if(typeof data11 !== "string"){
const err15 = {instancePath:instancePath+"/fromCIDR/" + i3,schemaPath:"#/properties/fromCIDR/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema36.properties.fromCIDR.items.type,parentSchema:schema36.properties.fromCIDR.items,data:data11};
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
const err16 = {instancePath:instancePath+"/fromCIDR",schemaPath:"#/properties/fromCIDR/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.fromCIDR.type,parentSchema:schema36.properties.fromCIDR,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.fromCIDRSet !== undefined){
let data12 = data.fromCIDRSet;
if(Array.isArray(data12)){
const len4 = data12.length;
for(let i4=0; i4<len4; i4++){
if(!(validate23(data12[i4], {instancePath:instancePath+"/fromCIDRSet/" + i4,parentData:data12,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath:instancePath+"/fromCIDRSet",schemaPath:"#/properties/fromCIDRSet/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.fromCIDRSet.type,parentSchema:schema36.properties.fromCIDRSet,data:data12};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.fromEntities !== undefined){
let data14 = data.fromEntities;
if(Array.isArray(data14)){
const len5 = data14.length;
for(let i5=0; i5<len5; i5++){
let data15 = data14[i5];
if(typeof data15 !== "string"){
const err18 = {instancePath:instancePath+"/fromEntities/" + i5,schemaPath:"#/$defs/Entities/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.items.type,parentSchema:schema40.items,data:data15};
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
const err19 = {instancePath:instancePath+"/fromEntities",schemaPath:"#/$defs/Entities/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.type,parentSchema:schema40,data:data14};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.fromNodes !== undefined){
let data16 = data.fromNodes;
if(Array.isArray(data16)){
const len6 = data16.length;
for(let i6=0; i6<len6; i6++){
let data17 = data16[i6];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key4 in data17){
if(!((key4 === "matchLabels") || (key4 === "matchExpressions"))){
const err20 = {instancePath:instancePath+"/fromNodes/" + i6,schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data17};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data17.matchLabels !== undefined){
let data18 = data17.matchLabels;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key5 in data18){
let data19 = data18[key5];
if(typeof data19 !== "string"){
const err21 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchLabels/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data19};
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
const err22 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data18};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data17.matchExpressions !== undefined){
let data20 = data17.matchExpressions;
if(Array.isArray(data20)){
const len7 = data20.length;
for(let i7=0; i7<len7; i7++){
let data21 = data20[i7];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.key === undefined){
const err23 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data21};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data21.operator === undefined){
const err24 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data21};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key6 in data21){
if(!(((key6 === "key") || (key6 === "operator")) || (key6 === "values"))){
const err25 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data21};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data21.key !== undefined){
let data22 = data21.key;
if(typeof data22 !== "string"){
const err26 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data22};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data21.operator !== undefined){
let data23 = data21.operator;
if(typeof data23 !== "string"){
const err27 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data23};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data21.values !== undefined){
let data24 = data21.values;
if(Array.isArray(data24)){
const len8 = data24.length;
for(let i8=0; i8<len8; i8++){
let data25 = data24[i8];
if(typeof data25 !== "string"){
const err28 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7+"/values/" + i8,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data25};
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
const err29 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data24};
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
const err30 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data21};
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
const err31 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data20};
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
const err32 = {instancePath:instancePath+"/fromNodes/" + i6,schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data17};
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
const err33 = {instancePath:instancePath+"/fromNodes",schemaPath:"#/properties/fromNodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.fromNodes.type,parentSchema:schema36.properties.fromNodes,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.fromGroups !== undefined){
let data26 = data.fromGroups;
if(Array.isArray(data26)){
const len9 = data26.length;
for(let i9=0; i9<len9; i9++){
let data27 = data26[i9];
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key7 in data27){
if(!(key7 === "aws")){
const err34 = {instancePath:instancePath+"/fromGroups/" + i9,schemaPath:"#/$defs/Groups/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema42.items,data:data27};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data27.aws !== undefined){
let data28 = data27.aws;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key8 in data28){
if(!((((key8 === "labels") || (key8 === "region")) || (key8 === "securityGroupsIds")) || (key8 === "securityGroupsNames"))){
const err35 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws",schemaPath:"#/$defs/Groups/items/properties/aws/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema42.items.properties.aws,data:data28};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data28.labels !== undefined){
let data29 = data28.labels;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key9 in data29){
let data30 = data29[key9];
if(typeof data30 !== "string"){
const err36 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws/labels/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Groups/items/properties/aws/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.labels.additionalProperties.type,parentSchema:schema42.items.properties.aws.properties.labels.additionalProperties,data:data30};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws/labels",schemaPath:"#/$defs/Groups/items/properties/aws/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.items.properties.aws.properties.labels.type,parentSchema:schema42.items.properties.aws.properties.labels,data:data29};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data28.region !== undefined){
let data31 = data28.region;
if(typeof data31 !== "string"){
const err38 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws/region",schemaPath:"#/$defs/Groups/items/properties/aws/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.region.type,parentSchema:schema42.items.properties.aws.properties.region,data:data31};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data28.securityGroupsIds !== undefined){
let data32 = data28.securityGroupsIds;
if(Array.isArray(data32)){
const len10 = data32.length;
for(let i10=0; i10<len10; i10++){
let data33 = data32[i10];
if(typeof data33 !== "string"){
const err39 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws/securityGroupsIds/" + i10,schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsIds/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.securityGroupsIds.items.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsIds.items,data:data33};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws/securityGroupsIds",schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsIds/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.items.properties.aws.properties.securityGroupsIds.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsIds,data:data32};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data28.securityGroupsNames !== undefined){
let data34 = data28.securityGroupsNames;
if(Array.isArray(data34)){
const len11 = data34.length;
for(let i11=0; i11<len11; i11++){
let data35 = data34[i11];
if(typeof data35 !== "string"){
const err41 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws/securityGroupsNames/" + i11,schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.securityGroupsNames.items.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsNames.items,data:data35};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws/securityGroupsNames",schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.items.properties.aws.properties.securityGroupsNames.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsNames,data:data34};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws",schemaPath:"#/$defs/Groups/items/properties/aws/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.items.properties.aws.type,parentSchema:schema42.items.properties.aws,data:data28};
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
const err44 = {instancePath:instancePath+"/fromGroups/" + i9,schemaPath:"#/$defs/Groups/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.items.type,parentSchema:schema42.items,data:data27};
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
const err45 = {instancePath:instancePath+"/fromGroups",schemaPath:"#/$defs/Groups/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.type,parentSchema:schema42,data:data26};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.fromRequires !== undefined){
let data36 = data.fromRequires;
if(Array.isArray(data36)){
const len12 = data36.length;
for(let i12=0; i12<len12; i12++){
let data37 = data36[i12];
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
for(const key10 in data37){
if(!((key10 === "matchLabels") || (key10 === "matchExpressions"))){
const err46 = {instancePath:instancePath+"/fromRequires/" + i12,schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data37};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data37.matchLabels !== undefined){
let data38 = data37.matchLabels;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key11 in data38){
let data39 = data38[key11];
if(typeof data39 !== "string"){
const err47 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchLabels/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data39};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data38};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data37.matchExpressions !== undefined){
let data40 = data37.matchExpressions;
if(Array.isArray(data40)){
const len13 = data40.length;
for(let i13=0; i13<len13; i13++){
let data41 = data40[i13];
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(data41.key === undefined){
const err49 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data41};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data41.operator === undefined){
const err50 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data41};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
for(const key12 in data41){
if(!(((key12 === "key") || (key12 === "operator")) || (key12 === "values"))){
const err51 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data41};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data41.key !== undefined){
let data42 = data41.key;
if(typeof data42 !== "string"){
const err52 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data42};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data41.operator !== undefined){
let data43 = data41.operator;
if(typeof data43 !== "string"){
const err53 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data43};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data41.values !== undefined){
let data44 = data41.values;
if(Array.isArray(data44)){
const len14 = data44.length;
for(let i14=0; i14<len14; i14++){
let data45 = data44[i14];
if(typeof data45 !== "string"){
const err54 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13+"/values/" + i14,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data45};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data44};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data41};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data40};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/fromRequires/" + i12,schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data37};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/fromRequires",schemaPath:"#/properties/fromRequires/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.fromRequires.type,parentSchema:schema36.properties.fromRequires,data:data36};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.toPorts !== undefined){
let data46 = data.toPorts;
if(Array.isArray(data46)){
const len15 = data46.length;
for(let i15=0; i15<len15; i15++){
if(!(validate25(data46[i15], {instancePath:instancePath+"/toPorts/" + i15,parentData:data46,parentDataProperty:i15,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
const err60 = {instancePath:instancePath+"/toPorts",schemaPath:"#/properties/toPorts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.properties.toPorts.type,parentSchema:schema36.properties.toPorts,data:data46};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.icmps !== undefined){
let data48 = data.icmps;
if(Array.isArray(data48)){
const len16 = data48.length;
for(let i16=0; i16<len16; i16++){
let data49 = data48[i16];
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
for(const key13 in data49){
if(!(key13 === "fields")){
const err61 = {instancePath:instancePath+"/icmps/" + i16,schemaPath:"#/$defs/ICMPs/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema50.items,data:data49};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data49.fields !== undefined){
let data50 = data49.fields;
if(Array.isArray(data50)){
const len17 = data50.length;
for(let i17=0; i17<len17; i17++){
let data51 = data50[i17];
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.type === undefined){
const err62 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17,schemaPath:"#/$defs/ICMPs/items/properties/fields/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema50.items.properties.fields.items.required,parentSchema:schema50.items.properties.fields.items,data:data51};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key14 in data51){
if(!((key14 === "family") || (key14 === "type"))){
const err63 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17,schemaPath:"#/$defs/ICMPs/items/properties/fields/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema50.items.properties.fields.items,data:data51};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data51.family !== undefined){
let data52 = data51.family;
if(typeof data52 !== "string"){
const err64 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17+"/family",schemaPath:"#/$defs/ICMPs/items/properties/fields/items/properties/family/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.items.properties.fields.items.properties.family.type,parentSchema:schema50.items.properties.fields.items.properties.family,data:data52};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data51.type !== undefined){
let data53 = data51.type;
if((!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))) && (typeof data53 !== "string")){
const err65 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17+"/type",schemaPath:"#/$defs/ICMPs/items/properties/fields/items/properties/type/type",keyword:"type",params:{type: schema50.items.properties.fields.items.properties.type.type},message:"must be integer,string",schema:schema50.items.properties.fields.items.properties.type.type,parentSchema:schema50.items.properties.fields.items.properties.type,data:data53};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17,schemaPath:"#/$defs/ICMPs/items/properties/fields/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.items.properties.fields.items.type,parentSchema:schema50.items.properties.fields.items,data:data51};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/icmps/" + i16+"/fields",schemaPath:"#/$defs/ICMPs/items/properties/fields/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema50.items.properties.fields.type,parentSchema:schema50.items.properties.fields,data:data50};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/icmps/" + i16,schemaPath:"#/$defs/ICMPs/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.items.type,parentSchema:schema50.items,data:data49};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/icmps",schemaPath:"#/$defs/ICMPs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema50.type,parentSchema:schema50,data:data48};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data.authentication !== undefined){
let data54 = data.authentication;
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
if(data54.mode === undefined){
const err70 = {instancePath:instancePath+"/authentication",schemaPath:"#/$defs/Authentication/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'",schema:schema51.required,parentSchema:schema51,data:data54};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
for(const key15 in data54){
if(!(key15 === "mode")){
const err71 = {instancePath:instancePath+"/authentication",schemaPath:"#/$defs/Authentication/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema51,data:data54};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data54.mode !== undefined){
let data55 = data54.mode;
if(typeof data55 !== "string"){
const err72 = {instancePath:instancePath+"/authentication/mode",schemaPath:"#/$defs/Authentication/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.mode.type,parentSchema:schema51.properties.mode,data:data55};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
else {
const err73 = {instancePath:instancePath+"/authentication",schemaPath:"#/$defs/Authentication/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.type,parentSchema:schema51,data:data54};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.type,parentSchema:schema36,data};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema52 = {"type":"object","properties":{"fromEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromCIDR":{"type":"array","items":{"type":"string"}},"fromCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"fromEntities":{"$ref":"#/$defs/Entities"},"fromNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"fromGroups":{"$ref":"#/$defs/Groups"},"fromRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortDenyRule"}},"icmps":{"$ref":"#/$defs/ICMPs"}},"additionalProperties":false};
const schema58 = {"type":"object","properties":{"ports":{"type":"array","items":{"$ref":"#/$defs/Port"}}},"additionalProperties":false};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate33.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "ports")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema58,data};
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
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!(((key1 === "port") || (key1 === "endPort")) || (key1 === "protocol"))){
const err1 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/$defs/Port/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema45,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.port !== undefined){
let data2 = data1.port;
if(typeof data2 !== "string"){
const err2 = {instancePath:instancePath+"/ports/" + i0+"/port",schemaPath:"#/$defs/Port/properties/port/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.port.type,parentSchema:schema45.properties.port,data:data2};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data1.endPort !== undefined){
let data3 = data1.endPort;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err3 = {instancePath:instancePath+"/ports/" + i0+"/endPort",schemaPath:"#/$defs/Port/properties/endPort/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema45.properties.endPort.type,parentSchema:schema45.properties.endPort,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.protocol !== undefined){
let data4 = data1.protocol;
if(typeof data4 !== "string"){
const err4 = {instancePath:instancePath+"/ports/" + i0+"/protocol",schemaPath:"#/$defs/Port/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema45.properties.protocol.type,parentSchema:schema45.properties.protocol,data:data4};
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
const err5 = {instancePath:instancePath+"/ports/" + i0,schemaPath:"#/$defs/Port/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.type,parentSchema:schema45,data:data1};
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
const err6 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema58.properties.ports.type,parentSchema:schema58.properties.ports,data:data0};
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
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema58.type,parentSchema:schema58,data};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}
validate33.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate31.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema52.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema52,data};
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
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!((key1 === "matchLabels") || (key1 === "matchExpressions"))){
const err1 = {instancePath:instancePath+"/fromEndpoints/" + i0,schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.matchLabels !== undefined){
let data2 = data1.matchLabels;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key2 in data2){
let data3 = data2[key2];
if(typeof data3 !== "string"){
const err2 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchLabels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data3};
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
const err3 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.matchExpressions !== undefined){
let data4 = data1.matchExpressions;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.key === undefined){
const err4 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data5.operator === undefined){
const err5 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key3 in data5){
if(!(((key3 === "key") || (key3 === "operator")) || (key3 === "values"))){
const err6 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data5.key !== undefined){
let data6 = data5.key;
if(typeof data6 !== "string"){
const err7 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data5.operator !== undefined){
let data7 = data5.operator;
if(typeof data7 !== "string"){
const err8 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data5.values !== undefined){
let data8 = data5.values;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
let data9 = data8[i2];
if(typeof data9 !== "string"){
const err9 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1+"/values/" + i2,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data9};
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
const err10 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data8};
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
const err11 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data5};
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
const err12 = {instancePath:instancePath+"/fromEndpoints/" + i0+"/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/fromEndpoints/" + i0,schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data1};
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
const err14 = {instancePath:instancePath+"/fromEndpoints",schemaPath:"#/properties/fromEndpoints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema52.properties.fromEndpoints.type,parentSchema:schema52.properties.fromEndpoints,data:data0};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.fromCIDR !== undefined){
let data10 = data.fromCIDR;
if(Array.isArray(data10)){
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
let data11 = data10[i3];
if(typeof data11 !== "string"){
const err15 = {instancePath:instancePath+"/fromCIDR/" + i3,schemaPath:"#/properties/fromCIDR/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema52.properties.fromCIDR.items.type,parentSchema:schema52.properties.fromCIDR.items,data:data11};
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
const err16 = {instancePath:instancePath+"/fromCIDR",schemaPath:"#/properties/fromCIDR/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema52.properties.fromCIDR.type,parentSchema:schema52.properties.fromCIDR,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.fromCIDRSet !== undefined){
let data12 = data.fromCIDRSet;
if(Array.isArray(data12)){
const len4 = data12.length;
for(let i4=0; i4<len4; i4++){
if(!(validate23(data12[i4], {instancePath:instancePath+"/fromCIDRSet/" + i4,parentData:data12,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath:instancePath+"/fromCIDRSet",schemaPath:"#/properties/fromCIDRSet/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema52.properties.fromCIDRSet.type,parentSchema:schema52.properties.fromCIDRSet,data:data12};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.fromEntities !== undefined){
let data14 = data.fromEntities;
if(Array.isArray(data14)){
const len5 = data14.length;
for(let i5=0; i5<len5; i5++){
let data15 = data14[i5];
if(typeof data15 !== "string"){
const err18 = {instancePath:instancePath+"/fromEntities/" + i5,schemaPath:"#/$defs/Entities/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.items.type,parentSchema:schema40.items,data:data15};
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
const err19 = {instancePath:instancePath+"/fromEntities",schemaPath:"#/$defs/Entities/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.type,parentSchema:schema40,data:data14};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.fromNodes !== undefined){
let data16 = data.fromNodes;
if(Array.isArray(data16)){
const len6 = data16.length;
for(let i6=0; i6<len6; i6++){
let data17 = data16[i6];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key4 in data17){
if(!((key4 === "matchLabels") || (key4 === "matchExpressions"))){
const err20 = {instancePath:instancePath+"/fromNodes/" + i6,schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data17};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data17.matchLabels !== undefined){
let data18 = data17.matchLabels;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key5 in data18){
let data19 = data18[key5];
if(typeof data19 !== "string"){
const err21 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchLabels/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data19};
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
const err22 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data18};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data17.matchExpressions !== undefined){
let data20 = data17.matchExpressions;
if(Array.isArray(data20)){
const len7 = data20.length;
for(let i7=0; i7<len7; i7++){
let data21 = data20[i7];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.key === undefined){
const err23 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data21};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data21.operator === undefined){
const err24 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data21};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key6 in data21){
if(!(((key6 === "key") || (key6 === "operator")) || (key6 === "values"))){
const err25 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data21};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data21.key !== undefined){
let data22 = data21.key;
if(typeof data22 !== "string"){
const err26 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data22};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data21.operator !== undefined){
let data23 = data21.operator;
if(typeof data23 !== "string"){
const err27 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data23};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data21.values !== undefined){
let data24 = data21.values;
if(Array.isArray(data24)){
const len8 = data24.length;
for(let i8=0; i8<len8; i8++){
let data25 = data24[i8];
if(typeof data25 !== "string"){
const err28 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7+"/values/" + i8,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data25};
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
const err29 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data24};
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
const err30 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data21};
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
const err31 = {instancePath:instancePath+"/fromNodes/" + i6+"/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data20};
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
const err32 = {instancePath:instancePath+"/fromNodes/" + i6,schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data17};
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
const err33 = {instancePath:instancePath+"/fromNodes",schemaPath:"#/properties/fromNodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema52.properties.fromNodes.type,parentSchema:schema52.properties.fromNodes,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.fromGroups !== undefined){
let data26 = data.fromGroups;
if(Array.isArray(data26)){
const len9 = data26.length;
for(let i9=0; i9<len9; i9++){
let data27 = data26[i9];
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key7 in data27){
if(!(key7 === "aws")){
const err34 = {instancePath:instancePath+"/fromGroups/" + i9,schemaPath:"#/$defs/Groups/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema42.items,data:data27};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data27.aws !== undefined){
let data28 = data27.aws;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key8 in data28){
if(!((((key8 === "labels") || (key8 === "region")) || (key8 === "securityGroupsIds")) || (key8 === "securityGroupsNames"))){
const err35 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws",schemaPath:"#/$defs/Groups/items/properties/aws/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema42.items.properties.aws,data:data28};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data28.labels !== undefined){
let data29 = data28.labels;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key9 in data29){
let data30 = data29[key9];
if(typeof data30 !== "string"){
const err36 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws/labels/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Groups/items/properties/aws/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.labels.additionalProperties.type,parentSchema:schema42.items.properties.aws.properties.labels.additionalProperties,data:data30};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws/labels",schemaPath:"#/$defs/Groups/items/properties/aws/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.items.properties.aws.properties.labels.type,parentSchema:schema42.items.properties.aws.properties.labels,data:data29};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data28.region !== undefined){
let data31 = data28.region;
if(typeof data31 !== "string"){
const err38 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws/region",schemaPath:"#/$defs/Groups/items/properties/aws/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.region.type,parentSchema:schema42.items.properties.aws.properties.region,data:data31};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data28.securityGroupsIds !== undefined){
let data32 = data28.securityGroupsIds;
if(Array.isArray(data32)){
const len10 = data32.length;
for(let i10=0; i10<len10; i10++){
let data33 = data32[i10];
if(typeof data33 !== "string"){
const err39 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws/securityGroupsIds/" + i10,schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsIds/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.securityGroupsIds.items.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsIds.items,data:data33};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws/securityGroupsIds",schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsIds/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.items.properties.aws.properties.securityGroupsIds.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsIds,data:data32};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data28.securityGroupsNames !== undefined){
let data34 = data28.securityGroupsNames;
if(Array.isArray(data34)){
const len11 = data34.length;
for(let i11=0; i11<len11; i11++){
let data35 = data34[i11];
if(typeof data35 !== "string"){
const err41 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws/securityGroupsNames/" + i11,schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.securityGroupsNames.items.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsNames.items,data:data35};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws/securityGroupsNames",schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.items.properties.aws.properties.securityGroupsNames.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsNames,data:data34};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/fromGroups/" + i9+"/aws",schemaPath:"#/$defs/Groups/items/properties/aws/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.items.properties.aws.type,parentSchema:schema42.items.properties.aws,data:data28};
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
const err44 = {instancePath:instancePath+"/fromGroups/" + i9,schemaPath:"#/$defs/Groups/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.items.type,parentSchema:schema42.items,data:data27};
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
const err45 = {instancePath:instancePath+"/fromGroups",schemaPath:"#/$defs/Groups/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.type,parentSchema:schema42,data:data26};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.fromRequires !== undefined){
let data36 = data.fromRequires;
if(Array.isArray(data36)){
const len12 = data36.length;
for(let i12=0; i12<len12; i12++){
let data37 = data36[i12];
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
for(const key10 in data37){
if(!((key10 === "matchLabels") || (key10 === "matchExpressions"))){
const err46 = {instancePath:instancePath+"/fromRequires/" + i12,schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data37};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data37.matchLabels !== undefined){
let data38 = data37.matchLabels;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key11 in data38){
let data39 = data38[key11];
if(typeof data39 !== "string"){
const err47 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchLabels/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data39};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data38};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data37.matchExpressions !== undefined){
let data40 = data37.matchExpressions;
if(Array.isArray(data40)){
const len13 = data40.length;
for(let i13=0; i13<len13; i13++){
let data41 = data40[i13];
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(data41.key === undefined){
const err49 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data41};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data41.operator === undefined){
const err50 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data41};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
for(const key12 in data41){
if(!(((key12 === "key") || (key12 === "operator")) || (key12 === "values"))){
const err51 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data41};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data41.key !== undefined){
let data42 = data41.key;
if(typeof data42 !== "string"){
const err52 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data42};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data41.operator !== undefined){
let data43 = data41.operator;
if(typeof data43 !== "string"){
const err53 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data43};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data41.values !== undefined){
let data44 = data41.values;
if(Array.isArray(data44)){
const len14 = data44.length;
for(let i14=0; i14<len14; i14++){
let data45 = data44[i14];
if(typeof data45 !== "string"){
const err54 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13+"/values/" + i14,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data45};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data44};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions/" + i13,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data41};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/fromRequires/" + i12+"/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data40};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/fromRequires/" + i12,schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data37};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/fromRequires",schemaPath:"#/properties/fromRequires/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema52.properties.fromRequires.type,parentSchema:schema52.properties.fromRequires,data:data36};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.toPorts !== undefined){
let data46 = data.toPorts;
if(Array.isArray(data46)){
const len15 = data46.length;
for(let i15=0; i15<len15; i15++){
if(!(validate33(data46[i15], {instancePath:instancePath+"/toPorts/" + i15,parentData:data46,parentDataProperty:i15,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
else {
const err60 = {instancePath:instancePath+"/toPorts",schemaPath:"#/properties/toPorts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema52.properties.toPorts.type,parentSchema:schema52.properties.toPorts,data:data46};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.icmps !== undefined){
let data48 = data.icmps;
if(Array.isArray(data48)){
const len16 = data48.length;
for(let i16=0; i16<len16; i16++){
let data49 = data48[i16];
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
for(const key13 in data49){
if(!(key13 === "fields")){
const err61 = {instancePath:instancePath+"/icmps/" + i16,schemaPath:"#/$defs/ICMPs/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema50.items,data:data49};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data49.fields !== undefined){
let data50 = data49.fields;
if(Array.isArray(data50)){
const len17 = data50.length;
for(let i17=0; i17<len17; i17++){
let data51 = data50[i17];
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.type === undefined){
const err62 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17,schemaPath:"#/$defs/ICMPs/items/properties/fields/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema50.items.properties.fields.items.required,parentSchema:schema50.items.properties.fields.items,data:data51};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key14 in data51){
if(!((key14 === "family") || (key14 === "type"))){
const err63 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17,schemaPath:"#/$defs/ICMPs/items/properties/fields/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema50.items.properties.fields.items,data:data51};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data51.family !== undefined){
let data52 = data51.family;
if(typeof data52 !== "string"){
const err64 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17+"/family",schemaPath:"#/$defs/ICMPs/items/properties/fields/items/properties/family/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.items.properties.fields.items.properties.family.type,parentSchema:schema50.items.properties.fields.items.properties.family,data:data52};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data51.type !== undefined){
let data53 = data51.type;
if((!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))) && (typeof data53 !== "string")){
const err65 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17+"/type",schemaPath:"#/$defs/ICMPs/items/properties/fields/items/properties/type/type",keyword:"type",params:{type: schema50.items.properties.fields.items.properties.type.type},message:"must be integer,string",schema:schema50.items.properties.fields.items.properties.type.type,parentSchema:schema50.items.properties.fields.items.properties.type,data:data53};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17,schemaPath:"#/$defs/ICMPs/items/properties/fields/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.items.properties.fields.items.type,parentSchema:schema50.items.properties.fields.items,data:data51};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/icmps/" + i16+"/fields",schemaPath:"#/$defs/ICMPs/items/properties/fields/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema50.items.properties.fields.type,parentSchema:schema50.items.properties.fields,data:data50};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/icmps/" + i16,schemaPath:"#/$defs/ICMPs/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.items.type,parentSchema:schema50.items,data:data49};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/icmps",schemaPath:"#/$defs/ICMPs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema50.type,parentSchema:schema50,data:data48};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema52.type,parentSchema:schema52,data};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}
validate31.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema61 = {"type":"object","properties":{"toEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toCIDR":{"type":"array","items":{"type":"string"}},"toCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"toEntities":{"$ref":"#/$defs/Entities"},"toNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toGroups":{"$ref":"#/$defs/Groups"},"toServices":{"$ref":"#/$defs/Services"},"toFQDNs":{"type":"array","items":{"$ref":"#/$defs/Name"}},"toRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortRule"}},"icmps":{"$ref":"#/$defs/ICMPs"},"authentication":{"$ref":"#/$defs/Authentication"}},"additionalProperties":false};
const schema66 = {"type":"array","items":{"type":"object","properties":{"k8sService":{"type":"object","properties":{"serviceName":{"type":"string"},"namespace":{"type":"string"}},"additionalProperties":false},"k8sServiceSelector":{"type":"object","properties":{"selector":{"$ref":"#/$defs/Selector"},"namespace":{"type":"string"}},"required":["selector"],"additionalProperties":false}},"additionalProperties":false}};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate38.evaluated;
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
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema66.items,data:data0};
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
const err1 = {instancePath:instancePath+"/" + i0+"/k8sService",schemaPath:"#/items/properties/k8sService/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema66.items.properties.k8sService,data:data1};
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
const err2 = {instancePath:instancePath+"/" + i0+"/k8sService/serviceName",schemaPath:"#/items/properties/k8sService/properties/serviceName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema66.items.properties.k8sService.properties.serviceName.type,parentSchema:schema66.items.properties.k8sService.properties.serviceName,data:data2};
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
const err3 = {instancePath:instancePath+"/" + i0+"/k8sService/namespace",schemaPath:"#/items/properties/k8sService/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema66.items.properties.k8sService.properties.namespace.type,parentSchema:schema66.items.properties.k8sService.properties.namespace,data:data3};
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
const err4 = {instancePath:instancePath+"/" + i0+"/k8sService",schemaPath:"#/items/properties/k8sService/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema66.items.properties.k8sService.type,parentSchema:schema66.items.properties.k8sService,data:data1};
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
const err5 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector",schemaPath:"#/items/properties/k8sServiceSelector/required",keyword:"required",params:{missingProperty: "selector"},message:"must have required property '"+"selector"+"'",schema:schema66.items.properties.k8sServiceSelector.required,parentSchema:schema66.items.properties.k8sServiceSelector,data:data4};
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
const err6 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector",schemaPath:"#/items/properties/k8sServiceSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema66.items.properties.k8sServiceSelector,data:data4};
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
let data5 = data4.selector;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key3 in data5){
if(!((key3 === "matchLabels") || (key3 === "matchExpressions"))){
const err7 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/selector",schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data5.matchLabels !== undefined){
let data6 = data5.matchLabels;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key4 in data6){
let data7 = data6[key4];
if(typeof data7 !== "string"){
const err8 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/selector/matchLabels/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data7};
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
const err9 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/selector/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data6};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data5.matchExpressions !== undefined){
let data8 = data5.matchExpressions;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.key === undefined){
const err10 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/selector/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data9.operator === undefined){
const err11 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/selector/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data9};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key5 in data9){
if(!(((key5 === "key") || (key5 === "operator")) || (key5 === "values"))){
const err12 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/selector/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data9.key !== undefined){
let data10 = data9.key;
if(typeof data10 !== "string"){
const err13 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/selector/matchExpressions/" + i1+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data10};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data9.operator !== undefined){
let data11 = data9.operator;
if(typeof data11 !== "string"){
const err14 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/selector/matchExpressions/" + i1+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data9.values !== undefined){
let data12 = data9.values;
if(Array.isArray(data12)){
const len2 = data12.length;
for(let i2=0; i2<len2; i2++){
let data13 = data12[i2];
if(typeof data13 !== "string"){
const err15 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/selector/matchExpressions/" + i1+"/values/" + i2,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data13};
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
const err16 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/selector/matchExpressions/" + i1+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data12};
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
const err17 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/selector/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/selector/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data8};
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
const err19 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/selector",schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data4.namespace !== undefined){
let data14 = data4.namespace;
if(typeof data14 !== "string"){
const err20 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector/namespace",schemaPath:"#/items/properties/k8sServiceSelector/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema66.items.properties.k8sServiceSelector.properties.namespace.type,parentSchema:schema66.items.properties.k8sServiceSelector.properties.namespace,data:data14};
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
const err21 = {instancePath:instancePath+"/" + i0+"/k8sServiceSelector",schemaPath:"#/items/properties/k8sServiceSelector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema66.items.properties.k8sServiceSelector.type,parentSchema:schema66.items.properties.k8sServiceSelector,data:data4};
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
const err22 = {instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema66.items.type,parentSchema:schema66.items,data:data0};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema66.type,parentSchema:schema66,data};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}
validate38.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};


function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate36.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema61.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema61,data};
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
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!((key1 === "matchLabels") || (key1 === "matchExpressions"))){
const err1 = {instancePath:instancePath+"/toEndpoints/" + i0,schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.matchLabels !== undefined){
let data2 = data1.matchLabels;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key2 in data2){
let data3 = data2[key2];
if(typeof data3 !== "string"){
const err2 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchLabels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data3};
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
const err3 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.matchExpressions !== undefined){
let data4 = data1.matchExpressions;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.key === undefined){
const err4 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data5.operator === undefined){
const err5 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key3 in data5){
if(!(((key3 === "key") || (key3 === "operator")) || (key3 === "values"))){
const err6 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data5.key !== undefined){
let data6 = data5.key;
if(typeof data6 !== "string"){
const err7 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data5.operator !== undefined){
let data7 = data5.operator;
if(typeof data7 !== "string"){
const err8 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data5.values !== undefined){
let data8 = data5.values;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
let data9 = data8[i2];
if(typeof data9 !== "string"){
const err9 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1+"/values/" + i2,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data9};
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
const err10 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data8};
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
const err11 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data5};
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
const err12 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/toEndpoints/" + i0,schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data1};
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
const err14 = {instancePath:instancePath+"/toEndpoints",schemaPath:"#/properties/toEndpoints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema61.properties.toEndpoints.type,parentSchema:schema61.properties.toEndpoints,data:data0};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.toCIDR !== undefined){
let data10 = data.toCIDR;
if(Array.isArray(data10)){
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
let data11 = data10[i3];
if(typeof data11 !== "string"){
const err15 = {instancePath:instancePath+"/toCIDR/" + i3,schemaPath:"#/properties/toCIDR/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema61.properties.toCIDR.items.type,parentSchema:schema61.properties.toCIDR.items,data:data11};
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
const err16 = {instancePath:instancePath+"/toCIDR",schemaPath:"#/properties/toCIDR/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema61.properties.toCIDR.type,parentSchema:schema61.properties.toCIDR,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.toCIDRSet !== undefined){
let data12 = data.toCIDRSet;
if(Array.isArray(data12)){
const len4 = data12.length;
for(let i4=0; i4<len4; i4++){
if(!(validate23(data12[i4], {instancePath:instancePath+"/toCIDRSet/" + i4,parentData:data12,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath:instancePath+"/toCIDRSet",schemaPath:"#/properties/toCIDRSet/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema61.properties.toCIDRSet.type,parentSchema:schema61.properties.toCIDRSet,data:data12};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.toEntities !== undefined){
let data14 = data.toEntities;
if(Array.isArray(data14)){
const len5 = data14.length;
for(let i5=0; i5<len5; i5++){
let data15 = data14[i5];
if(typeof data15 !== "string"){
const err18 = {instancePath:instancePath+"/toEntities/" + i5,schemaPath:"#/$defs/Entities/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.items.type,parentSchema:schema40.items,data:data15};
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
const err19 = {instancePath:instancePath+"/toEntities",schemaPath:"#/$defs/Entities/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.type,parentSchema:schema40,data:data14};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.toNodes !== undefined){
let data16 = data.toNodes;
if(Array.isArray(data16)){
const len6 = data16.length;
for(let i6=0; i6<len6; i6++){
let data17 = data16[i6];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key4 in data17){
if(!((key4 === "matchLabels") || (key4 === "matchExpressions"))){
const err20 = {instancePath:instancePath+"/toNodes/" + i6,schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data17};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data17.matchLabels !== undefined){
let data18 = data17.matchLabels;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key5 in data18){
let data19 = data18[key5];
if(typeof data19 !== "string"){
const err21 = {instancePath:instancePath+"/toNodes/" + i6+"/matchLabels/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data19};
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
const err22 = {instancePath:instancePath+"/toNodes/" + i6+"/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data18};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data17.matchExpressions !== undefined){
let data20 = data17.matchExpressions;
if(Array.isArray(data20)){
const len7 = data20.length;
for(let i7=0; i7<len7; i7++){
let data21 = data20[i7];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.key === undefined){
const err23 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data21};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data21.operator === undefined){
const err24 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data21};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key6 in data21){
if(!(((key6 === "key") || (key6 === "operator")) || (key6 === "values"))){
const err25 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data21};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data21.key !== undefined){
let data22 = data21.key;
if(typeof data22 !== "string"){
const err26 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data22};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data21.operator !== undefined){
let data23 = data21.operator;
if(typeof data23 !== "string"){
const err27 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data23};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data21.values !== undefined){
let data24 = data21.values;
if(Array.isArray(data24)){
const len8 = data24.length;
for(let i8=0; i8<len8; i8++){
let data25 = data24[i8];
if(typeof data25 !== "string"){
const err28 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7+"/values/" + i8,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data25};
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
const err29 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data24};
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
const err30 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data21};
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
const err31 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data20};
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
const err32 = {instancePath:instancePath+"/toNodes/" + i6,schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data17};
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
const err33 = {instancePath:instancePath+"/toNodes",schemaPath:"#/properties/toNodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema61.properties.toNodes.type,parentSchema:schema61.properties.toNodes,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.toGroups !== undefined){
let data26 = data.toGroups;
if(Array.isArray(data26)){
const len9 = data26.length;
for(let i9=0; i9<len9; i9++){
let data27 = data26[i9];
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key7 in data27){
if(!(key7 === "aws")){
const err34 = {instancePath:instancePath+"/toGroups/" + i9,schemaPath:"#/$defs/Groups/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema42.items,data:data27};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data27.aws !== undefined){
let data28 = data27.aws;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key8 in data28){
if(!((((key8 === "labels") || (key8 === "region")) || (key8 === "securityGroupsIds")) || (key8 === "securityGroupsNames"))){
const err35 = {instancePath:instancePath+"/toGroups/" + i9+"/aws",schemaPath:"#/$defs/Groups/items/properties/aws/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema42.items.properties.aws,data:data28};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data28.labels !== undefined){
let data29 = data28.labels;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key9 in data29){
let data30 = data29[key9];
if(typeof data30 !== "string"){
const err36 = {instancePath:instancePath+"/toGroups/" + i9+"/aws/labels/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Groups/items/properties/aws/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.labels.additionalProperties.type,parentSchema:schema42.items.properties.aws.properties.labels.additionalProperties,data:data30};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/toGroups/" + i9+"/aws/labels",schemaPath:"#/$defs/Groups/items/properties/aws/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.items.properties.aws.properties.labels.type,parentSchema:schema42.items.properties.aws.properties.labels,data:data29};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data28.region !== undefined){
let data31 = data28.region;
if(typeof data31 !== "string"){
const err38 = {instancePath:instancePath+"/toGroups/" + i9+"/aws/region",schemaPath:"#/$defs/Groups/items/properties/aws/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.region.type,parentSchema:schema42.items.properties.aws.properties.region,data:data31};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data28.securityGroupsIds !== undefined){
let data32 = data28.securityGroupsIds;
if(Array.isArray(data32)){
const len10 = data32.length;
for(let i10=0; i10<len10; i10++){
let data33 = data32[i10];
if(typeof data33 !== "string"){
const err39 = {instancePath:instancePath+"/toGroups/" + i9+"/aws/securityGroupsIds/" + i10,schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsIds/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.securityGroupsIds.items.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsIds.items,data:data33};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/toGroups/" + i9+"/aws/securityGroupsIds",schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsIds/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.items.properties.aws.properties.securityGroupsIds.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsIds,data:data32};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data28.securityGroupsNames !== undefined){
let data34 = data28.securityGroupsNames;
if(Array.isArray(data34)){
const len11 = data34.length;
for(let i11=0; i11<len11; i11++){
let data35 = data34[i11];
if(typeof data35 !== "string"){
const err41 = {instancePath:instancePath+"/toGroups/" + i9+"/aws/securityGroupsNames/" + i11,schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.securityGroupsNames.items.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsNames.items,data:data35};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/toGroups/" + i9+"/aws/securityGroupsNames",schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.items.properties.aws.properties.securityGroupsNames.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsNames,data:data34};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/toGroups/" + i9+"/aws",schemaPath:"#/$defs/Groups/items/properties/aws/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.items.properties.aws.type,parentSchema:schema42.items.properties.aws,data:data28};
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
const err44 = {instancePath:instancePath+"/toGroups/" + i9,schemaPath:"#/$defs/Groups/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.items.type,parentSchema:schema42.items,data:data27};
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
const err45 = {instancePath:instancePath+"/toGroups",schemaPath:"#/$defs/Groups/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.type,parentSchema:schema42,data:data26};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.toServices !== undefined){
if(!(validate38(data.toServices, {instancePath:instancePath+"/toServices",parentData:data,parentDataProperty:"toServices",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data.toFQDNs !== undefined){
let data37 = data.toFQDNs;
if(Array.isArray(data37)){
const len12 = data37.length;
for(let i12=0; i12<len12; i12++){
let data38 = data37[i12];
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key10 in data38){
if(!((key10 === "matchName") || (key10 === "matchPattern"))){
const err46 = {instancePath:instancePath+"/toFQDNs/" + i12,schemaPath:"#/$defs/Name/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema47,data:data38};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data38.matchName !== undefined){
let data39 = data38.matchName;
if(typeof data39 !== "string"){
const err47 = {instancePath:instancePath+"/toFQDNs/" + i12+"/matchName",schemaPath:"#/$defs/Name/properties/matchName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.matchName.type,parentSchema:schema47.properties.matchName,data:data39};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data38.matchPattern !== undefined){
let data40 = data38.matchPattern;
if(typeof data40 !== "string"){
const err48 = {instancePath:instancePath+"/toFQDNs/" + i12+"/matchPattern",schemaPath:"#/$defs/Name/properties/matchPattern/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema47.properties.matchPattern.type,parentSchema:schema47.properties.matchPattern,data:data40};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/toFQDNs/" + i12,schemaPath:"#/$defs/Name/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema47.type,parentSchema:schema47,data:data38};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/toFQDNs",schemaPath:"#/properties/toFQDNs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema61.properties.toFQDNs.type,parentSchema:schema61.properties.toFQDNs,data:data37};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.toRequires !== undefined){
let data41 = data.toRequires;
if(Array.isArray(data41)){
const len13 = data41.length;
for(let i13=0; i13<len13; i13++){
let data42 = data41[i13];
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key11 in data42){
if(!((key11 === "matchLabels") || (key11 === "matchExpressions"))){
const err51 = {instancePath:instancePath+"/toRequires/" + i13,schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data42};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data42.matchLabels !== undefined){
let data43 = data42.matchLabels;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
for(const key12 in data43){
let data44 = data43[key12];
if(typeof data44 !== "string"){
const err52 = {instancePath:instancePath+"/toRequires/" + i13+"/matchLabels/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data44};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/toRequires/" + i13+"/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data43};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data42.matchExpressions !== undefined){
let data45 = data42.matchExpressions;
if(Array.isArray(data45)){
const len14 = data45.length;
for(let i14=0; i14<len14; i14++){
let data46 = data45[i14];
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.key === undefined){
const err54 = {instancePath:instancePath+"/toRequires/" + i13+"/matchExpressions/" + i14,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data46};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data46.operator === undefined){
const err55 = {instancePath:instancePath+"/toRequires/" + i13+"/matchExpressions/" + i14,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data46};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
for(const key13 in data46){
if(!(((key13 === "key") || (key13 === "operator")) || (key13 === "values"))){
const err56 = {instancePath:instancePath+"/toRequires/" + i13+"/matchExpressions/" + i14,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data46};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data46.key !== undefined){
let data47 = data46.key;
if(typeof data47 !== "string"){
const err57 = {instancePath:instancePath+"/toRequires/" + i13+"/matchExpressions/" + i14+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data47};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data46.operator !== undefined){
let data48 = data46.operator;
if(typeof data48 !== "string"){
const err58 = {instancePath:instancePath+"/toRequires/" + i13+"/matchExpressions/" + i14+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data48};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data46.values !== undefined){
let data49 = data46.values;
if(Array.isArray(data49)){
const len15 = data49.length;
for(let i15=0; i15<len15; i15++){
let data50 = data49[i15];
if(typeof data50 !== "string"){
const err59 = {instancePath:instancePath+"/toRequires/" + i13+"/matchExpressions/" + i14+"/values/" + i15,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data50};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/toRequires/" + i13+"/matchExpressions/" + i14+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data49};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/toRequires/" + i13+"/matchExpressions/" + i14,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data46};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
else {
const err62 = {instancePath:instancePath+"/toRequires/" + i13+"/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data45};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/toRequires/" + i13,schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data42};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath:instancePath+"/toRequires",schemaPath:"#/properties/toRequires/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema61.properties.toRequires.type,parentSchema:schema61.properties.toRequires,data:data41};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data.toPorts !== undefined){
let data51 = data.toPorts;
if(Array.isArray(data51)){
const len16 = data51.length;
for(let i16=0; i16<len16; i16++){
if(!(validate25(data51[i16], {instancePath:instancePath+"/toPorts/" + i16,parentData:data51,parentDataProperty:i16,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
else {
const err65 = {instancePath:instancePath+"/toPorts",schemaPath:"#/properties/toPorts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema61.properties.toPorts.type,parentSchema:schema61.properties.toPorts,data:data51};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data.icmps !== undefined){
let data53 = data.icmps;
if(Array.isArray(data53)){
const len17 = data53.length;
for(let i17=0; i17<len17; i17++){
let data54 = data53[i17];
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
for(const key14 in data54){
if(!(key14 === "fields")){
const err66 = {instancePath:instancePath+"/icmps/" + i17,schemaPath:"#/$defs/ICMPs/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema50.items,data:data54};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data54.fields !== undefined){
let data55 = data54.fields;
if(Array.isArray(data55)){
const len18 = data55.length;
for(let i18=0; i18<len18; i18++){
let data56 = data55[i18];
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.type === undefined){
const err67 = {instancePath:instancePath+"/icmps/" + i17+"/fields/" + i18,schemaPath:"#/$defs/ICMPs/items/properties/fields/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema50.items.properties.fields.items.required,parentSchema:schema50.items.properties.fields.items,data:data56};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
for(const key15 in data56){
if(!((key15 === "family") || (key15 === "type"))){
const err68 = {instancePath:instancePath+"/icmps/" + i17+"/fields/" + i18,schemaPath:"#/$defs/ICMPs/items/properties/fields/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema50.items.properties.fields.items,data:data56};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data56.family !== undefined){
let data57 = data56.family;
if(typeof data57 !== "string"){
const err69 = {instancePath:instancePath+"/icmps/" + i17+"/fields/" + i18+"/family",schemaPath:"#/$defs/ICMPs/items/properties/fields/items/properties/family/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.items.properties.fields.items.properties.family.type,parentSchema:schema50.items.properties.fields.items.properties.family,data:data57};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data56.type !== undefined){
let data58 = data56.type;
if((!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))) && (typeof data58 !== "string")){
const err70 = {instancePath:instancePath+"/icmps/" + i17+"/fields/" + i18+"/type",schemaPath:"#/$defs/ICMPs/items/properties/fields/items/properties/type/type",keyword:"type",params:{type: schema50.items.properties.fields.items.properties.type.type},message:"must be integer,string",schema:schema50.items.properties.fields.items.properties.type.type,parentSchema:schema50.items.properties.fields.items.properties.type,data:data58};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
else {
const err71 = {instancePath:instancePath+"/icmps/" + i17+"/fields/" + i18,schemaPath:"#/$defs/ICMPs/items/properties/fields/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.items.properties.fields.items.type,parentSchema:schema50.items.properties.fields.items,data:data56};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
}
else {
const err72 = {instancePath:instancePath+"/icmps/" + i17+"/fields",schemaPath:"#/$defs/ICMPs/items/properties/fields/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema50.items.properties.fields.type,parentSchema:schema50.items.properties.fields,data:data55};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
else {
const err73 = {instancePath:instancePath+"/icmps/" + i17,schemaPath:"#/$defs/ICMPs/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.items.type,parentSchema:schema50.items,data:data54};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath:instancePath+"/icmps",schemaPath:"#/$defs/ICMPs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema50.type,parentSchema:schema50,data:data53};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data.authentication !== undefined){
let data59 = data.authentication;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
if(data59.mode === undefined){
const err75 = {instancePath:instancePath+"/authentication",schemaPath:"#/$defs/Authentication/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'",schema:schema51.required,parentSchema:schema51,data:data59};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
for(const key16 in data59){
if(!(key16 === "mode")){
const err76 = {instancePath:instancePath+"/authentication",schemaPath:"#/$defs/Authentication/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties",schema:false,parentSchema:schema51,data:data59};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data59.mode !== undefined){
let data60 = data59.mode;
if(typeof data60 !== "string"){
const err77 = {instancePath:instancePath+"/authentication/mode",schemaPath:"#/$defs/Authentication/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema51.properties.mode.type,parentSchema:schema51.properties.mode,data:data60};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath:instancePath+"/authentication",schemaPath:"#/$defs/Authentication/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema51.type,parentSchema:schema51,data:data59};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
else {
const err79 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema61.type,parentSchema:schema61,data};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}
validate36.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema72 = {"type":"object","properties":{"toEndpoints":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toCIDR":{"type":"array","items":{"type":"string"}},"toCIDRSet":{"type":"array","items":{"$ref":"#/$defs/CIDRSet"}},"toEntities":{"$ref":"#/$defs/Entities"},"toNodes":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toGroups":{"$ref":"#/$defs/Groups"},"toServices":{"$ref":"#/$defs/Services"},"toRequires":{"type":"array","items":{"$ref":"#/$defs/Selector"}},"toPorts":{"type":"array","items":{"$ref":"#/$defs/PortDenyRule"}},"icmps":{"$ref":"#/$defs/ICMPs"}},"additionalProperties":false};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate42.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema72.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema72,data};
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
let data1 = data0[i0];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!((key1 === "matchLabels") || (key1 === "matchExpressions"))){
const err1 = {instancePath:instancePath+"/toEndpoints/" + i0,schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data1.matchLabels !== undefined){
let data2 = data1.matchLabels;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key2 in data2){
let data3 = data2[key2];
if(typeof data3 !== "string"){
const err2 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchLabels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data3};
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
const err3 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1.matchExpressions !== undefined){
let data4 = data1.matchExpressions;
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.key === undefined){
const err4 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data5.operator === undefined){
const err5 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key3 in data5){
if(!(((key3 === "key") || (key3 === "operator")) || (key3 === "values"))){
const err6 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data5.key !== undefined){
let data6 = data5.key;
if(typeof data6 !== "string"){
const err7 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data5.operator !== undefined){
let data7 = data5.operator;
if(typeof data7 !== "string"){
const err8 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data5.values !== undefined){
let data8 = data5.values;
if(Array.isArray(data8)){
const len2 = data8.length;
for(let i2=0; i2<len2; i2++){
let data9 = data8[i2];
if(typeof data9 !== "string"){
const err9 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1+"/values/" + i2,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data9};
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
const err10 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data8};
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
const err11 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data5};
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
const err12 = {instancePath:instancePath+"/toEndpoints/" + i0+"/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/toEndpoints/" + i0,schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data1};
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
const err14 = {instancePath:instancePath+"/toEndpoints",schemaPath:"#/properties/toEndpoints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema72.properties.toEndpoints.type,parentSchema:schema72.properties.toEndpoints,data:data0};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.toCIDR !== undefined){
let data10 = data.toCIDR;
if(Array.isArray(data10)){
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
let data11 = data10[i3];
if(typeof data11 !== "string"){
const err15 = {instancePath:instancePath+"/toCIDR/" + i3,schemaPath:"#/properties/toCIDR/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema72.properties.toCIDR.items.type,parentSchema:schema72.properties.toCIDR.items,data:data11};
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
const err16 = {instancePath:instancePath+"/toCIDR",schemaPath:"#/properties/toCIDR/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema72.properties.toCIDR.type,parentSchema:schema72.properties.toCIDR,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.toCIDRSet !== undefined){
let data12 = data.toCIDRSet;
if(Array.isArray(data12)){
const len4 = data12.length;
for(let i4=0; i4<len4; i4++){
if(!(validate23(data12[i4], {instancePath:instancePath+"/toCIDRSet/" + i4,parentData:data12,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath:instancePath+"/toCIDRSet",schemaPath:"#/properties/toCIDRSet/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema72.properties.toCIDRSet.type,parentSchema:schema72.properties.toCIDRSet,data:data12};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.toEntities !== undefined){
let data14 = data.toEntities;
if(Array.isArray(data14)){
const len5 = data14.length;
for(let i5=0; i5<len5; i5++){
let data15 = data14[i5];
if(typeof data15 !== "string"){
const err18 = {instancePath:instancePath+"/toEntities/" + i5,schemaPath:"#/$defs/Entities/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.items.type,parentSchema:schema40.items,data:data15};
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
const err19 = {instancePath:instancePath+"/toEntities",schemaPath:"#/$defs/Entities/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema40.type,parentSchema:schema40,data:data14};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.toNodes !== undefined){
let data16 = data.toNodes;
if(Array.isArray(data16)){
const len6 = data16.length;
for(let i6=0; i6<len6; i6++){
let data17 = data16[i6];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key4 in data17){
if(!((key4 === "matchLabels") || (key4 === "matchExpressions"))){
const err20 = {instancePath:instancePath+"/toNodes/" + i6,schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data17};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data17.matchLabels !== undefined){
let data18 = data17.matchLabels;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key5 in data18){
let data19 = data18[key5];
if(typeof data19 !== "string"){
const err21 = {instancePath:instancePath+"/toNodes/" + i6+"/matchLabels/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data19};
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
const err22 = {instancePath:instancePath+"/toNodes/" + i6+"/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data18};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data17.matchExpressions !== undefined){
let data20 = data17.matchExpressions;
if(Array.isArray(data20)){
const len7 = data20.length;
for(let i7=0; i7<len7; i7++){
let data21 = data20[i7];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.key === undefined){
const err23 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data21};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data21.operator === undefined){
const err24 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data21};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key6 in data21){
if(!(((key6 === "key") || (key6 === "operator")) || (key6 === "values"))){
const err25 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data21};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data21.key !== undefined){
let data22 = data21.key;
if(typeof data22 !== "string"){
const err26 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data22};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data21.operator !== undefined){
let data23 = data21.operator;
if(typeof data23 !== "string"){
const err27 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data23};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data21.values !== undefined){
let data24 = data21.values;
if(Array.isArray(data24)){
const len8 = data24.length;
for(let i8=0; i8<len8; i8++){
let data25 = data24[i8];
if(typeof data25 !== "string"){
const err28 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7+"/values/" + i8,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data25};
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
const err29 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data24};
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
const err30 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions/" + i7,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data21};
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
const err31 = {instancePath:instancePath+"/toNodes/" + i6+"/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data20};
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
const err32 = {instancePath:instancePath+"/toNodes/" + i6,schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data17};
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
const err33 = {instancePath:instancePath+"/toNodes",schemaPath:"#/properties/toNodes/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema72.properties.toNodes.type,parentSchema:schema72.properties.toNodes,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.toGroups !== undefined){
let data26 = data.toGroups;
if(Array.isArray(data26)){
const len9 = data26.length;
for(let i9=0; i9<len9; i9++){
let data27 = data26[i9];
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key7 in data27){
if(!(key7 === "aws")){
const err34 = {instancePath:instancePath+"/toGroups/" + i9,schemaPath:"#/$defs/Groups/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema42.items,data:data27};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data27.aws !== undefined){
let data28 = data27.aws;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key8 in data28){
if(!((((key8 === "labels") || (key8 === "region")) || (key8 === "securityGroupsIds")) || (key8 === "securityGroupsNames"))){
const err35 = {instancePath:instancePath+"/toGroups/" + i9+"/aws",schemaPath:"#/$defs/Groups/items/properties/aws/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema42.items.properties.aws,data:data28};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data28.labels !== undefined){
let data29 = data28.labels;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key9 in data29){
let data30 = data29[key9];
if(typeof data30 !== "string"){
const err36 = {instancePath:instancePath+"/toGroups/" + i9+"/aws/labels/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Groups/items/properties/aws/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.labels.additionalProperties.type,parentSchema:schema42.items.properties.aws.properties.labels.additionalProperties,data:data30};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/toGroups/" + i9+"/aws/labels",schemaPath:"#/$defs/Groups/items/properties/aws/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.items.properties.aws.properties.labels.type,parentSchema:schema42.items.properties.aws.properties.labels,data:data29};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data28.region !== undefined){
let data31 = data28.region;
if(typeof data31 !== "string"){
const err38 = {instancePath:instancePath+"/toGroups/" + i9+"/aws/region",schemaPath:"#/$defs/Groups/items/properties/aws/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.region.type,parentSchema:schema42.items.properties.aws.properties.region,data:data31};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data28.securityGroupsIds !== undefined){
let data32 = data28.securityGroupsIds;
if(Array.isArray(data32)){
const len10 = data32.length;
for(let i10=0; i10<len10; i10++){
let data33 = data32[i10];
if(typeof data33 !== "string"){
const err39 = {instancePath:instancePath+"/toGroups/" + i9+"/aws/securityGroupsIds/" + i10,schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsIds/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.securityGroupsIds.items.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsIds.items,data:data33};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/toGroups/" + i9+"/aws/securityGroupsIds",schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsIds/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.items.properties.aws.properties.securityGroupsIds.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsIds,data:data32};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data28.securityGroupsNames !== undefined){
let data34 = data28.securityGroupsNames;
if(Array.isArray(data34)){
const len11 = data34.length;
for(let i11=0; i11<len11; i11++){
let data35 = data34[i11];
if(typeof data35 !== "string"){
const err41 = {instancePath:instancePath+"/toGroups/" + i9+"/aws/securityGroupsNames/" + i11,schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsNames/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.items.properties.aws.properties.securityGroupsNames.items.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsNames.items,data:data35};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/toGroups/" + i9+"/aws/securityGroupsNames",schemaPath:"#/$defs/Groups/items/properties/aws/properties/securityGroupsNames/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.items.properties.aws.properties.securityGroupsNames.type,parentSchema:schema42.items.properties.aws.properties.securityGroupsNames,data:data34};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
else {
const err43 = {instancePath:instancePath+"/toGroups/" + i9+"/aws",schemaPath:"#/$defs/Groups/items/properties/aws/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.items.properties.aws.type,parentSchema:schema42.items.properties.aws,data:data28};
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
const err44 = {instancePath:instancePath+"/toGroups/" + i9,schemaPath:"#/$defs/Groups/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.items.type,parentSchema:schema42.items,data:data27};
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
const err45 = {instancePath:instancePath+"/toGroups",schemaPath:"#/$defs/Groups/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema42.type,parentSchema:schema42,data:data26};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.toServices !== undefined){
if(!(validate38(data.toServices, {instancePath:instancePath+"/toServices",parentData:data,parentDataProperty:"toServices",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data.toRequires !== undefined){
let data37 = data.toRequires;
if(Array.isArray(data37)){
const len12 = data37.length;
for(let i12=0; i12<len12; i12++){
let data38 = data37[i12];
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key10 in data38){
if(!((key10 === "matchLabels") || (key10 === "matchExpressions"))){
const err46 = {instancePath:instancePath+"/toRequires/" + i12,schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data38};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data38.matchLabels !== undefined){
let data39 = data38.matchLabels;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
for(const key11 in data39){
let data40 = data39[key11];
if(typeof data40 !== "string"){
const err47 = {instancePath:instancePath+"/toRequires/" + i12+"/matchLabels/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data40};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/toRequires/" + i12+"/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data39};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data38.matchExpressions !== undefined){
let data41 = data38.matchExpressions;
if(Array.isArray(data41)){
const len13 = data41.length;
for(let i13=0; i13<len13; i13++){
let data42 = data41[i13];
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.key === undefined){
const err49 = {instancePath:instancePath+"/toRequires/" + i12+"/matchExpressions/" + i13,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data42};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data42.operator === undefined){
const err50 = {instancePath:instancePath+"/toRequires/" + i12+"/matchExpressions/" + i13,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data42};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
for(const key12 in data42){
if(!(((key12 === "key") || (key12 === "operator")) || (key12 === "values"))){
const err51 = {instancePath:instancePath+"/toRequires/" + i12+"/matchExpressions/" + i13,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data42};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data42.key !== undefined){
let data43 = data42.key;
if(typeof data43 !== "string"){
const err52 = {instancePath:instancePath+"/toRequires/" + i12+"/matchExpressions/" + i13+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data43};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data42.operator !== undefined){
let data44 = data42.operator;
if(typeof data44 !== "string"){
const err53 = {instancePath:instancePath+"/toRequires/" + i12+"/matchExpressions/" + i13+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data44};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data42.values !== undefined){
let data45 = data42.values;
if(Array.isArray(data45)){
const len14 = data45.length;
for(let i14=0; i14<len14; i14++){
let data46 = data45[i14];
if(typeof data46 !== "string"){
const err54 = {instancePath:instancePath+"/toRequires/" + i12+"/matchExpressions/" + i13+"/values/" + i14,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data46};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath:instancePath+"/toRequires/" + i12+"/matchExpressions/" + i13+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data45};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/toRequires/" + i12+"/matchExpressions/" + i13,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data42};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/toRequires/" + i12+"/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data41};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/toRequires/" + i12,schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data38};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/toRequires",schemaPath:"#/properties/toRequires/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema72.properties.toRequires.type,parentSchema:schema72.properties.toRequires,data:data37};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.toPorts !== undefined){
let data47 = data.toPorts;
if(Array.isArray(data47)){
const len15 = data47.length;
for(let i15=0; i15<len15; i15++){
if(!(validate33(data47[i15], {instancePath:instancePath+"/toPorts/" + i15,parentData:data47,parentDataProperty:i15,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
else {
const err60 = {instancePath:instancePath+"/toPorts",schemaPath:"#/properties/toPorts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema72.properties.toPorts.type,parentSchema:schema72.properties.toPorts,data:data47};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.icmps !== undefined){
let data49 = data.icmps;
if(Array.isArray(data49)){
const len16 = data49.length;
for(let i16=0; i16<len16; i16++){
let data50 = data49[i16];
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
for(const key13 in data50){
if(!(key13 === "fields")){
const err61 = {instancePath:instancePath+"/icmps/" + i16,schemaPath:"#/$defs/ICMPs/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema50.items,data:data50};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data50.fields !== undefined){
let data51 = data50.fields;
if(Array.isArray(data51)){
const len17 = data51.length;
for(let i17=0; i17<len17; i17++){
let data52 = data51[i17];
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(data52.type === undefined){
const err62 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17,schemaPath:"#/$defs/ICMPs/items/properties/fields/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema50.items.properties.fields.items.required,parentSchema:schema50.items.properties.fields.items,data:data52};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key14 in data52){
if(!((key14 === "family") || (key14 === "type"))){
const err63 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17,schemaPath:"#/$defs/ICMPs/items/properties/fields/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema50.items.properties.fields.items,data:data52};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data52.family !== undefined){
let data53 = data52.family;
if(typeof data53 !== "string"){
const err64 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17+"/family",schemaPath:"#/$defs/ICMPs/items/properties/fields/items/properties/family/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema50.items.properties.fields.items.properties.family.type,parentSchema:schema50.items.properties.fields.items.properties.family,data:data53};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data52.type !== undefined){
let data54 = data52.type;
if((!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))) && (typeof data54 !== "string")){
const err65 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17+"/type",schemaPath:"#/$defs/ICMPs/items/properties/fields/items/properties/type/type",keyword:"type",params:{type: schema50.items.properties.fields.items.properties.type.type},message:"must be integer,string",schema:schema50.items.properties.fields.items.properties.type.type,parentSchema:schema50.items.properties.fields.items.properties.type,data:data54};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
else {
const err66 = {instancePath:instancePath+"/icmps/" + i16+"/fields/" + i17,schemaPath:"#/$defs/ICMPs/items/properties/fields/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.items.properties.fields.items.type,parentSchema:schema50.items.properties.fields.items,data:data52};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
else {
const err67 = {instancePath:instancePath+"/icmps/" + i16+"/fields",schemaPath:"#/$defs/ICMPs/items/properties/fields/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema50.items.properties.fields.type,parentSchema:schema50.items.properties.fields,data:data51};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/icmps/" + i16,schemaPath:"#/$defs/ICMPs/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema50.items.type,parentSchema:schema50.items,data:data50};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
else {
const err69 = {instancePath:instancePath+"/icmps",schemaPath:"#/$defs/ICMPs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema50.type,parentSchema:schema50,data:data49};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
else {
const err70 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema72.type,parentSchema:schema72,data};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}
validate42.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema33.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema33,data};
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
const err1 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.description.type,parentSchema:schema33.properties.description,data:data0};
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
let data1 = data.endpointSelector;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 in data1){
if(!((key1 === "matchLabels") || (key1 === "matchExpressions"))){
const err2 = {instancePath:instancePath+"/endpointSelector",schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data1.matchLabels !== undefined){
let data2 = data1.matchLabels;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key2 in data2){
let data3 = data2[key2];
if(typeof data3 !== "string"){
const err3 = {instancePath:instancePath+"/endpointSelector/matchLabels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data3};
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
const err4 = {instancePath:instancePath+"/endpointSelector/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data1.matchExpressions !== undefined){
let data4 = data1.matchExpressions;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.key === undefined){
const err5 = {instancePath:instancePath+"/endpointSelector/matchExpressions/" + i0,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data5.operator === undefined){
const err6 = {instancePath:instancePath+"/endpointSelector/matchExpressions/" + i0,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key3 in data5){
if(!(((key3 === "key") || (key3 === "operator")) || (key3 === "values"))){
const err7 = {instancePath:instancePath+"/endpointSelector/matchExpressions/" + i0,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data5.key !== undefined){
let data6 = data5.key;
if(typeof data6 !== "string"){
const err8 = {instancePath:instancePath+"/endpointSelector/matchExpressions/" + i0+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data5.operator !== undefined){
let data7 = data5.operator;
if(typeof data7 !== "string"){
const err9 = {instancePath:instancePath+"/endpointSelector/matchExpressions/" + i0+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data5.values !== undefined){
let data8 = data5.values;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(typeof data9 !== "string"){
const err10 = {instancePath:instancePath+"/endpointSelector/matchExpressions/" + i0+"/values/" + i1,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data9};
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
const err11 = {instancePath:instancePath+"/endpointSelector/matchExpressions/" + i0+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data8};
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
const err12 = {instancePath:instancePath+"/endpointSelector/matchExpressions/" + i0,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/endpointSelector/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data4};
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
const err14 = {instancePath:instancePath+"/endpointSelector",schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data1};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.nodeSelector !== undefined){
let data10 = data.nodeSelector;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key4 in data10){
if(!((key4 === "matchLabels") || (key4 === "matchExpressions"))){
const err15 = {instancePath:instancePath+"/nodeSelector",schemaPath:"#/$defs/Selector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data:data10};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data10.matchLabels !== undefined){
let data11 = data10.matchLabels;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key5 in data11){
let data12 = data11[key5];
if(typeof data12 !== "string"){
const err16 = {instancePath:instancePath+"/nodeSelector/matchLabels/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Selector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchLabels.additionalProperties.type,parentSchema:schema34.properties.matchLabels.additionalProperties,data:data12};
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
const err17 = {instancePath:instancePath+"/nodeSelector/matchLabels",schemaPath:"#/$defs/Selector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchLabels.type,parentSchema:schema34.properties.matchLabels,data:data11};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data10.matchExpressions !== undefined){
let data13 = data10.matchExpressions;
if(Array.isArray(data13)){
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.key === undefined){
const err18 = {instancePath:instancePath+"/nodeSelector/matchExpressions/" + i2,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data14};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data14.operator === undefined){
const err19 = {instancePath:instancePath+"/nodeSelector/matchExpressions/" + i2,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'",schema:schema34.properties.matchExpressions.items.required,parentSchema:schema34.properties.matchExpressions.items,data:data14};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key6 in data14){
if(!(((key6 === "key") || (key6 === "operator")) || (key6 === "values"))){
const err20 = {instancePath:instancePath+"/nodeSelector/matchExpressions/" + i2,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.matchExpressions.items,data:data14};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data14.key !== undefined){
let data15 = data14.key;
if(typeof data15 !== "string"){
const err21 = {instancePath:instancePath+"/nodeSelector/matchExpressions/" + i2+"/key",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.key.type,parentSchema:schema34.properties.matchExpressions.items.properties.key,data:data15};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data14.operator !== undefined){
let data16 = data14.operator;
if(typeof data16 !== "string"){
const err22 = {instancePath:instancePath+"/nodeSelector/matchExpressions/" + i2+"/operator",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.operator.type,parentSchema:schema34.properties.matchExpressions.items.properties.operator,data:data16};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data14.values !== undefined){
let data17 = data14.values;
if(Array.isArray(data17)){
const len3 = data17.length;
for(let i3=0; i3<len3; i3++){
let data18 = data17[i3];
if(typeof data18 !== "string"){
const err23 = {instancePath:instancePath+"/nodeSelector/matchExpressions/" + i2+"/values/" + i3,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema34.properties.matchExpressions.items.properties.values.items.type,parentSchema:schema34.properties.matchExpressions.items.properties.values.items,data:data18};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/nodeSelector/matchExpressions/" + i2+"/values",schemaPath:"#/$defs/Selector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.items.properties.values.type,parentSchema:schema34.properties.matchExpressions.items.properties.values,data:data17};
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
const err25 = {instancePath:instancePath+"/nodeSelector/matchExpressions/" + i2,schemaPath:"#/$defs/Selector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.matchExpressions.items.type,parentSchema:schema34.properties.matchExpressions.items,data:data14};
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
const err26 = {instancePath:instancePath+"/nodeSelector/matchExpressions",schemaPath:"#/$defs/Selector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema34.properties.matchExpressions.type,parentSchema:schema34.properties.matchExpressions,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/nodeSelector",schemaPath:"#/$defs/Selector/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.ingress !== undefined){
let data19 = data.ingress;
if(Array.isArray(data19)){
const len4 = data19.length;
for(let i4=0; i4<len4; i4++){
if(!(validate22(data19[i4], {instancePath:instancePath+"/ingress/" + i4,parentData:data19,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
else {
const err28 = {instancePath:instancePath+"/ingress",schemaPath:"#/properties/ingress/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema33.properties.ingress.type,parentSchema:schema33.properties.ingress,data:data19};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.ingressDeny !== undefined){
let data21 = data.ingressDeny;
if(Array.isArray(data21)){
const len5 = data21.length;
for(let i5=0; i5<len5; i5++){
if(!(validate31(data21[i5], {instancePath:instancePath+"/ingressDeny/" + i5,parentData:data21,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
else {
const err29 = {instancePath:instancePath+"/ingressDeny",schemaPath:"#/properties/ingressDeny/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema33.properties.ingressDeny.type,parentSchema:schema33.properties.ingressDeny,data:data21};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.egress !== undefined){
let data23 = data.egress;
if(Array.isArray(data23)){
const len6 = data23.length;
for(let i6=0; i6<len6; i6++){
if(!(validate36(data23[i6], {instancePath:instancePath+"/egress/" + i6,parentData:data23,parentDataProperty:i6,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
}
else {
const err30 = {instancePath:instancePath+"/egress",schemaPath:"#/properties/egress/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema33.properties.egress.type,parentSchema:schema33.properties.egress,data:data23};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.egressDeny !== undefined){
let data25 = data.egressDeny;
if(Array.isArray(data25)){
const len7 = data25.length;
for(let i7=0; i7<len7; i7++){
if(!(validate42(data25[i7], {instancePath:instancePath+"/egressDeny/" + i7,parentData:data25,parentDataProperty:i7,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
}
else {
const err31 = {instancePath:instancePath+"/egressDeny",schemaPath:"#/properties/egressDeny/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema33.properties.egressDeny.type,parentSchema:schema33.properties.egressDeny,data:data25};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.enableDefaultDeny !== undefined){
let data27 = data.enableDefaultDeny;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key7 in data27){
if(!((key7 === "ingress") || (key7 === "egress"))){
const err32 = {instancePath:instancePath+"/enableDefaultDeny",schemaPath:"#/properties/enableDefaultDeny/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema33.properties.enableDefaultDeny,data:data27};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data27.ingress !== undefined){
let data28 = data27.ingress;
if(typeof data28 !== "boolean"){
const err33 = {instancePath:instancePath+"/enableDefaultDeny/ingress",schemaPath:"#/properties/enableDefaultDeny/properties/ingress/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema33.properties.enableDefaultDeny.properties.ingress.type,parentSchema:schema33.properties.enableDefaultDeny.properties.ingress,data:data28};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data27.egress !== undefined){
let data29 = data27.egress;
if(typeof data29 !== "boolean"){
const err34 = {instancePath:instancePath+"/enableDefaultDeny/egress",schemaPath:"#/properties/enableDefaultDeny/properties/egress/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema33.properties.enableDefaultDeny.properties.egress.type,parentSchema:schema33.properties.enableDefaultDeny.properties.egress,data:data29};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/enableDefaultDeny",schemaPath:"#/properties/enableDefaultDeny/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.properties.enableDefaultDeny.type,parentSchema:schema33.properties.enableDefaultDeny,data:data27};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.labels !== undefined){
let data30 = data.labels;
if(Array.isArray(data30)){
const len8 = data30.length;
for(let i8=0; i8<len8; i8++){
let data31 = data30[i8];
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.key === undefined){
const err36 = {instancePath:instancePath+"/labels/" + i8,schemaPath:"#/properties/labels/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'",schema:schema33.properties.labels.items.required,parentSchema:schema33.properties.labels.items,data:data31};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key8 in data31){
if(!(((key8 === "key") || (key8 === "value")) || (key8 === "source"))){
const err37 = {instancePath:instancePath+"/labels/" + i8,schemaPath:"#/properties/labels/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema33.properties.labels.items,data:data31};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data31.key !== undefined){
let data32 = data31.key;
if(typeof data32 !== "string"){
const err38 = {instancePath:instancePath+"/labels/" + i8+"/key",schemaPath:"#/properties/labels/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.labels.items.properties.key.type,parentSchema:schema33.properties.labels.items.properties.key,data:data32};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data31.value !== undefined){
let data33 = data31.value;
if(typeof data33 !== "string"){
const err39 = {instancePath:instancePath+"/labels/" + i8+"/value",schemaPath:"#/properties/labels/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.labels.items.properties.value.type,parentSchema:schema33.properties.labels.items.properties.value,data:data33};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data31.source !== undefined){
let data34 = data31.source;
if(typeof data34 !== "string"){
const err40 = {instancePath:instancePath+"/labels/" + i8+"/source",schemaPath:"#/properties/labels/items/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.labels.items.properties.source.type,parentSchema:schema33.properties.labels.items.properties.source,data:data34};
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
const err41 = {instancePath:instancePath+"/labels/" + i8,schemaPath:"#/properties/labels/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.properties.labels.items.type,parentSchema:schema33.properties.labels.items,data:data31};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema33.properties.labels.type,parentSchema:schema33.properties.labels,data:data30};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.log !== undefined){
let data35 = data.log;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key9 in data35){
if(!(key9 === "value")){
const err43 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema33.properties.log,data:data35};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data35.value !== undefined){
let data36 = data35.value;
if(typeof data36 !== "string"){
const err44 = {instancePath:instancePath+"/log/value",schemaPath:"#/properties/log/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.log.properties.value.type,parentSchema:schema33.properties.log.properties.value,data:data36};
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
const err45 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.properties.log.type,parentSchema:schema33.properties.log,data:data35};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.type,parentSchema:schema33,data};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="netpol:policy/ciliumnetworkpolicy.v2" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'",schema:schema31.required,parentSchema:schema31,data};
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
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
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
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.apiVersion.type,parentSchema:schema31.properties.apiVersion,data:data0};
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
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.kind.type,parentSchema:schema31.properties.kind,data:data1};
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
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(func1.call(schema32.properties, key1))){
const err6 = {instancePath:instancePath+"/metadata",schemaPath:"#/$defs/ObjectMeta/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/$defs/ObjectMeta/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.name.type,parentSchema:schema32.properties.name,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.generateName !== undefined){
let data4 = data2.generateName;
if(typeof data4 !== "string"){
const err8 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/$defs/ObjectMeta/properties/generateName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.generateName.type,parentSchema:schema32.properties.generateName,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.namespace !== undefined){
let data5 = data2.namespace;
if(typeof data5 !== "string"){
const err9 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/$defs/ObjectMeta/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.namespace.type,parentSchema:schema32.properties.namespace,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.labels !== undefined){
let data6 = data2.labels;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
let data7 = data6[key2];
if(typeof data7 !== "string"){
const err10 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/ObjectMeta/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.labels.additionalProperties.type,parentSchema:schema32.properties.labels.additionalProperties,data:data7};
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
const err11 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/$defs/ObjectMeta/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.labels.type,parentSchema:schema32.properties.labels,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data2.annotations !== undefined){
let data8 = data2.annotations;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key3 in data8){
let data9 = data8[key3];
if(typeof data9 !== "string"){
const err12 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/ObjectMeta/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.annotations.additionalProperties.type,parentSchema:schema32.properties.annotations.additionalProperties,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/$defs/ObjectMeta/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.annotations.type,parentSchema:schema32.properties.annotations,data:data8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data2.finalizers !== undefined){
let data10 = data2.finalizers;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(typeof data11 !== "string"){
const err14 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/$defs/ObjectMeta/properties/finalizers/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.finalizers.items.type,parentSchema:schema32.properties.finalizers.items,data:data11};
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
const err15 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/$defs/ObjectMeta/properties/finalizers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.finalizers.type,parentSchema:schema32.properties.finalizers,data:data10};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data2.ownerReferences !== undefined){
let data12 = data2.ownerReferences;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.apiVersion === undefined){
const err16 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'",schema:schema32.properties.ownerReferences.items.required,parentSchema:schema32.properties.ownerReferences.items,data:data13};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data13.kind === undefined){
const err17 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema32.properties.ownerReferences.items.required,parentSchema:schema32.properties.ownerReferences.items,data:data13};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data13.name === undefined){
const err18 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema32.properties.ownerReferences.items.required,parentSchema:schema32.properties.ownerReferences.items,data:data13};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data13.uid === undefined){
const err19 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "uid"},message:"must have required property '"+"uid"+"'",schema:schema32.properties.ownerReferences.items.required,parentSchema:schema32.properties.ownerReferences.items,data:data13};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key4 in data13){
if(!((((((key4 === "apiVersion") || (key4 === "kind")) || (key4 === "name")) || (key4 === "uid")) || (key4 === "controller")) || (key4 === "blockOwnerDeletion"))){
const err20 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema32.properties.ownerReferences.items,data:data13};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data13.apiVersion !== undefined){
let data14 = data13.apiVersion;
if(typeof data14 !== "string"){
const err21 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/apiVersion",schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.ownerReferences.items.properties.apiVersion.type,parentSchema:schema32.properties.ownerReferences.items.properties.apiVersion,data:data14};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data13.kind !== undefined){
let data15 = data13.kind;
if(typeof data15 !== "string"){
const err22 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/kind",schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.ownerReferences.items.properties.kind.type,parentSchema:schema32.properties.ownerReferences.items.properties.kind,data:data15};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data13.name !== undefined){
let data16 = data13.name;
if(typeof data16 !== "string"){
const err23 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/name",schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.ownerReferences.items.properties.name.type,parentSchema:schema32.properties.ownerReferences.items.properties.name,data:data16};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data13.uid !== undefined){
let data17 = data13.uid;
if(typeof data17 !== "string"){
const err24 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/uid",schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.ownerReferences.items.properties.uid.type,parentSchema:schema32.properties.ownerReferences.items.properties.uid,data:data17};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data13.controller !== undefined){
let data18 = data13.controller;
if(typeof data18 !== "boolean"){
const err25 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/controller",schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/properties/controller/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema32.properties.ownerReferences.items.properties.controller.type,parentSchema:schema32.properties.ownerReferences.items.properties.controller,data:data18};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data13.blockOwnerDeletion !== undefined){
let data19 = data13.blockOwnerDeletion;
if(typeof data19 !== "boolean"){
const err26 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/blockOwnerDeletion",schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/properties/blockOwnerDeletion/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema32.properties.ownerReferences.items.properties.blockOwnerDeletion.type,parentSchema:schema32.properties.ownerReferences.items.properties.blockOwnerDeletion,data:data19};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.ownerReferences.items.type,parentSchema:schema32.properties.ownerReferences.items,data:data13};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.ownerReferences.type,parentSchema:schema32.properties.ownerReferences,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data2.creationTimestamp !== undefined){
let data20 = data2.creationTimestamp;
if(typeof data20 !== "string"){
const err29 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/$defs/ObjectMeta/properties/creationTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.creationTimestamp.type,parentSchema:schema32.properties.creationTimestamp,data:data20};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data2.deletionTimestamp !== undefined){
let data21 = data2.deletionTimestamp;
if(typeof data21 !== "string"){
const err30 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/$defs/ObjectMeta/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.deletionTimestamp.type,parentSchema:schema32.properties.deletionTimestamp,data:data21};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data2.deletionGracePeriodSeconds !== undefined){
let data22 = data2.deletionGracePeriodSeconds;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err31 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/$defs/ObjectMeta/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.deletionGracePeriodSeconds.type,parentSchema:schema32.properties.deletionGracePeriodSeconds,data:data22};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data2.generation !== undefined){
let data23 = data2.generation;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err32 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/$defs/ObjectMeta/properties/generation/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.generation.type,parentSchema:schema32.properties.generation,data:data23};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data2.resourceVersion !== undefined){
let data24 = data2.resourceVersion;
if(typeof data24 !== "string"){
const err33 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/$defs/ObjectMeta/properties/resourceVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.resourceVersion.type,parentSchema:schema32.properties.resourceVersion,data:data24};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data2.selfLink !== undefined){
let data25 = data2.selfLink;
if(typeof data25 !== "string"){
const err34 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/$defs/ObjectMeta/properties/selfLink/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.selfLink.type,parentSchema:schema32.properties.selfLink,data:data25};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data2.uid !== undefined){
let data26 = data2.uid;
if(typeof data26 !== "string"){
const err35 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/$defs/ObjectMeta/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.uid.type,parentSchema:schema32.properties.uid,data:data26};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data2.managedFields !== undefined){
let data27 = data2.managedFields;
if(Array.isArray(data27)){
const len2 = data27.length;
for(let i2=0; i2<len2; i2++){
let data28 = data27[i2];
if(!(data28 && typeof data28 == "object" && !Array.isArray(data28))){
const err36 = {instancePath:instancePath+"/metadata/managedFields/" + i2,schemaPath:"#/$defs/ObjectMeta/properties/managedFields/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.managedFields.items.type,parentSchema:schema32.properties.managedFields.items,data:data28};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/$defs/ObjectMeta/properties/managedFields/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.managedFields.type,parentSchema:schema32.properties.managedFields,data:data27};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/metadata",schemaPath:"#/$defs/ObjectMeta/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data2};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.spec !== undefined){
if(!(validate21(data.spec, {instancePath:instancePath+"/spec",parentData:data,parentDataProperty:"spec",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.specs !== undefined){
let data30 = data.specs;
if(Array.isArray(data30)){
const len3 = data30.length;
for(let i3=0; i3<len3; i3++){
if(!(validate21(data30[i3], {instancePath:instancePath+"/specs/" + i3,parentData:data30,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err39 = {instancePath:instancePath+"/specs",schemaPath:"#/properties/specs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.specs.type,parentSchema:schema31.properties.specs,data:data30};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.status !== undefined){
let data32 = data.status;
if(!(data32 && typeof data32 == "object" && !Array.isArray(data32))){
const err40 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.status.type,parentSchema:schema31.properties.status,data:data32};
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
const err41 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

