"use strict";
export const validate = validate20;
export default validate20;
const schema31 = {"$id":"netpol:policy/calicostagedglobalnetworkpolicy.v3","type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"$ref":"#/$defs/ObjectMeta"},"spec":{"type":"object","properties":{"stagedAction":{"$ref":"#/$defs/StagedAction"},"tier":{"type":"string"},"order":{"$ref":"#/$defs/Order"},"selector":{"type":"string"},"serviceAccountSelector":{"type":"string"},"namespaceSelector":{"type":"string"},"types":{"type":"array","items":{"type":"string"}},"ingress":{"type":"array","items":{"$ref":"#/$defs/Rule"}},"egress":{"type":"array","items":{"$ref":"#/$defs/Rule"}},"doNotTrack":{"type":"boolean"},"preDNAT":{"type":"boolean"},"applyOnForward":{"type":"boolean"},"performanceHints":{"type":"array","items":{"type":"string"}}},"additionalProperties":false}},"required":["apiVersion","kind","metadata","spec"],"additionalProperties":false,"$defs":{"ObjectMeta":{"type":"object","properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"finalizers":{"type":"array","items":{"type":"string"}},"ownerReferences":{"type":"array","items":{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}},"required":["apiVersion","kind","name","uid"],"additionalProperties":false}},"creationTimestamp":{"type":"string"},"deletionTimestamp":{"type":"string"},"deletionGracePeriodSeconds":{"type":"integer"},"generation":{"type":"integer"},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"},"managedFields":{"type":"array","items":{"type":"object"}}},"additionalProperties":false},"StagedAction":{"type":"string"},"Order":{"type":"number"},"Rule":{"type":"object","properties":{"action":{"type":"string"},"ipVersion":{"type":"integer"},"protocol":{"type":["integer","string"]},"notProtocol":{"type":["integer","string"]},"icmp":{"$ref":"#/$defs/ICMP"},"notICMP":{"$ref":"#/$defs/ICMP"},"source":{"$ref":"#/$defs/Entity"},"destination":{"$ref":"#/$defs/Entity"},"http":{"$ref":"#/$defs/HTTP"},"metadata":{"type":"object","properties":{"annotations":{"type":"object","additionalProperties":{"type":"string"}}},"additionalProperties":false}},"required":["action"],"additionalProperties":false},"ICMP":{"type":"object","properties":{"type":{"type":"integer"},"code":{"type":"integer"}},"additionalProperties":false},"Entity":{"type":"object","properties":{"selector":{"type":"string"},"notSelector":{"type":"string"},"namespaceSelector":{"type":"string"},"serviceAccounts":{"$ref":"#/$defs/ServiceAccounts"},"nets":{"type":"array","items":{"type":"string"}},"notNets":{"type":"array","items":{"type":"string"}},"ports":{"type":"array","items":{"type":["integer","string"]}},"notPorts":{"type":"array","items":{"type":["integer","string"]}},"services":{"$ref":"#/$defs/Services"}},"additionalProperties":false},"ServiceAccounts":{"type":"object","properties":{"names":{"type":"array","items":{"type":"string"}},"selector":{"type":"string"}},"additionalProperties":false},"Services":{"type":"object","properties":{"name":{"type":"string"},"namespace":{"type":"string"}},"additionalProperties":false},"HTTP":{"type":"object","properties":{"methods":{"type":"array","items":{"type":"string"}},"paths":{"type":"array","items":{"$ref":"#/$defs/HTTPPath"}}},"additionalProperties":false},"HTTPPath":{"type":"object","properties":{"exact":{"type":"string"},"prefix":{"type":"string"}},"additionalProperties":false}}};
const schema32 = {"type":"object","properties":{"name":{"type":"string"},"generateName":{"type":"string"},"namespace":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}},"finalizers":{"type":"array","items":{"type":"string"}},"ownerReferences":{"type":"array","items":{"type":"object","properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"name":{"type":"string"},"uid":{"type":"string"},"controller":{"type":"boolean"},"blockOwnerDeletion":{"type":"boolean"}},"required":["apiVersion","kind","name","uid"],"additionalProperties":false}},"creationTimestamp":{"type":"string"},"deletionTimestamp":{"type":"string"},"deletionGracePeriodSeconds":{"type":"integer"},"generation":{"type":"integer"},"resourceVersion":{"type":"string"},"selfLink":{"type":"string"},"uid":{"type":"string"},"managedFields":{"type":"array","items":{"type":"object"}}},"additionalProperties":false};
const schema33 = {"type":"string"};
const schema34 = {"type":"number"};
const func1 = Object.prototype.hasOwnProperty;
const schema35 = {"type":"object","properties":{"action":{"type":"string"},"ipVersion":{"type":"integer"},"protocol":{"type":["integer","string"]},"notProtocol":{"type":["integer","string"]},"icmp":{"$ref":"#/$defs/ICMP"},"notICMP":{"$ref":"#/$defs/ICMP"},"source":{"$ref":"#/$defs/Entity"},"destination":{"$ref":"#/$defs/Entity"},"http":{"$ref":"#/$defs/HTTP"},"metadata":{"type":"object","properties":{"annotations":{"type":"object","additionalProperties":{"type":"string"}}},"additionalProperties":false}},"required":["action"],"additionalProperties":false};
const schema36 = {"type":"object","properties":{"type":{"type":"integer"},"code":{"type":"integer"}},"additionalProperties":false};
const schema38 = {"type":"object","properties":{"selector":{"type":"string"},"notSelector":{"type":"string"},"namespaceSelector":{"type":"string"},"serviceAccounts":{"$ref":"#/$defs/ServiceAccounts"},"nets":{"type":"array","items":{"type":"string"}},"notNets":{"type":"array","items":{"type":"string"}},"ports":{"type":"array","items":{"type":["integer","string"]}},"notPorts":{"type":"array","items":{"type":["integer","string"]}},"services":{"$ref":"#/$defs/Services"}},"additionalProperties":false};
const schema39 = {"type":"object","properties":{"names":{"type":"array","items":{"type":"string"}},"selector":{"type":"string"}},"additionalProperties":false};
const schema40 = {"type":"object","properties":{"name":{"type":"string"},"namespace":{"type":"string"}},"additionalProperties":false};

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
if(data.selector !== undefined){
let data0 = data.selector;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/selector",schemaPath:"#/properties/selector/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.selector.type,parentSchema:schema38.properties.selector,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.notSelector !== undefined){
let data1 = data.notSelector;
if(typeof data1 !== "string"){
const err2 = {instancePath:instancePath+"/notSelector",schemaPath:"#/properties/notSelector/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.notSelector.type,parentSchema:schema38.properties.notSelector,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.namespaceSelector !== undefined){
let data2 = data.namespaceSelector;
if(typeof data2 !== "string"){
const err3 = {instancePath:instancePath+"/namespaceSelector",schemaPath:"#/properties/namespaceSelector/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.namespaceSelector.type,parentSchema:schema38.properties.namespaceSelector,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.serviceAccounts !== undefined){
let data3 = data.serviceAccounts;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((key1 === "names") || (key1 === "selector"))){
const err4 = {instancePath:instancePath+"/serviceAccounts",schemaPath:"#/$defs/ServiceAccounts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema39,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data3.names !== undefined){
let data4 = data3.names;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 !== "string"){
const err5 = {instancePath:instancePath+"/serviceAccounts/names/" + i0,schemaPath:"#/$defs/ServiceAccounts/properties/names/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.names.items.type,parentSchema:schema39.properties.names.items,data:data5};
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
const err6 = {instancePath:instancePath+"/serviceAccounts/names",schemaPath:"#/$defs/ServiceAccounts/properties/names/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema39.properties.names.type,parentSchema:schema39.properties.names,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data3.selector !== undefined){
let data6 = data3.selector;
if(typeof data6 !== "string"){
const err7 = {instancePath:instancePath+"/serviceAccounts/selector",schemaPath:"#/$defs/ServiceAccounts/properties/selector/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema39.properties.selector.type,parentSchema:schema39.properties.selector,data:data6};
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
const err8 = {instancePath:instancePath+"/serviceAccounts",schemaPath:"#/$defs/ServiceAccounts/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema39.type,parentSchema:schema39,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.nets !== undefined){
let data7 = data.nets;
if(Array.isArray(data7)){
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(typeof data8 !== "string"){
const err9 = {instancePath:instancePath+"/nets/" + i1,schemaPath:"#/properties/nets/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.nets.items.type,parentSchema:schema38.properties.nets.items,data:data8};
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
const err10 = {instancePath:instancePath+"/nets",schemaPath:"#/properties/nets/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.properties.nets.type,parentSchema:schema38.properties.nets,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.notNets !== undefined){
let data9 = data.notNets;
if(Array.isArray(data9)){
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
let data10 = data9[i2];
if(typeof data10 !== "string"){
const err11 = {instancePath:instancePath+"/notNets/" + i2,schemaPath:"#/properties/notNets/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema38.properties.notNets.items.type,parentSchema:schema38.properties.notNets.items,data:data10};
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
const err12 = {instancePath:instancePath+"/notNets",schemaPath:"#/properties/notNets/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.properties.notNets.type,parentSchema:schema38.properties.notNets,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.ports !== undefined){
let data11 = data.ports;
if(Array.isArray(data11)){
const len3 = data11.length;
for(let i3=0; i3<len3; i3++){
let data12 = data11[i3];
if((!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))) && (typeof data12 !== "string")){
const err13 = {instancePath:instancePath+"/ports/" + i3,schemaPath:"#/properties/ports/items/type",keyword:"type",params:{type: schema38.properties.ports.items.type},message:"must be integer,string",schema:schema38.properties.ports.items.type,parentSchema:schema38.properties.ports.items,data:data12};
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
const err14 = {instancePath:instancePath+"/ports",schemaPath:"#/properties/ports/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.properties.ports.type,parentSchema:schema38.properties.ports,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.notPorts !== undefined){
let data13 = data.notPorts;
if(Array.isArray(data13)){
const len4 = data13.length;
for(let i4=0; i4<len4; i4++){
let data14 = data13[i4];
if((!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))) && (typeof data14 !== "string")){
const err15 = {instancePath:instancePath+"/notPorts/" + i4,schemaPath:"#/properties/notPorts/items/type",keyword:"type",params:{type: schema38.properties.notPorts.items.type},message:"must be integer,string",schema:schema38.properties.notPorts.items.type,parentSchema:schema38.properties.notPorts.items,data:data14};
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
const err16 = {instancePath:instancePath+"/notPorts",schemaPath:"#/properties/notPorts/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema38.properties.notPorts.type,parentSchema:schema38.properties.notPorts,data:data13};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.services !== undefined){
let data15 = data.services;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key2 in data15){
if(!((key2 === "name") || (key2 === "namespace"))){
const err17 = {instancePath:instancePath+"/services",schemaPath:"#/$defs/Services/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema40,data:data15};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data15.name !== undefined){
let data16 = data15.name;
if(typeof data16 !== "string"){
const err18 = {instancePath:instancePath+"/services/name",schemaPath:"#/$defs/Services/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.name.type,parentSchema:schema40.properties.name,data:data16};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data15.namespace !== undefined){
let data17 = data15.namespace;
if(typeof data17 !== "string"){
const err19 = {instancePath:instancePath+"/services/namespace",schemaPath:"#/$defs/Services/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema40.properties.namespace.type,parentSchema:schema40.properties.namespace,data:data17};
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
const err20 = {instancePath:instancePath+"/services",schemaPath:"#/$defs/Services/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.type,parentSchema:schema40,data:data15};
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
const err21 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema38.type,parentSchema:schema38,data};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema41 = {"type":"object","properties":{"methods":{"type":"array","items":{"type":"string"}},"paths":{"type":"array","items":{"$ref":"#/$defs/HTTPPath"}}},"additionalProperties":false};
const schema42 = {"type":"object","properties":{"exact":{"type":"string"},"prefix":{"type":"string"}},"additionalProperties":false};

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
if(!((key0 === "methods") || (key0 === "paths"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.methods !== undefined){
let data0 = data.methods;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
const err1 = {instancePath:instancePath+"/methods/" + i0,schemaPath:"#/properties/methods/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema41.properties.methods.items.type,parentSchema:schema41.properties.methods.items,data:data1};
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
const err2 = {instancePath:instancePath+"/methods",schemaPath:"#/properties/methods/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema41.properties.methods.type,parentSchema:schema41.properties.methods,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.paths !== undefined){
let data2 = data.paths;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(!((key1 === "exact") || (key1 === "prefix"))){
const err3 = {instancePath:instancePath+"/paths/" + i1,schemaPath:"#/$defs/HTTPPath/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema42,data:data3};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data3.exact !== undefined){
let data4 = data3.exact;
if(typeof data4 !== "string"){
const err4 = {instancePath:instancePath+"/paths/" + i1+"/exact",schemaPath:"#/$defs/HTTPPath/properties/exact/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.properties.exact.type,parentSchema:schema42.properties.exact,data:data4};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data3.prefix !== undefined){
let data5 = data3.prefix;
if(typeof data5 !== "string"){
const err5 = {instancePath:instancePath+"/paths/" + i1+"/prefix",schemaPath:"#/$defs/HTTPPath/properties/prefix/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.properties.prefix.type,parentSchema:schema42.properties.prefix,data:data5};
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
const err6 = {instancePath:instancePath+"/paths/" + i1,schemaPath:"#/$defs/HTTPPath/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.type,parentSchema:schema42,data:data3};
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
const err7 = {instancePath:instancePath+"/paths",schemaPath:"#/properties/paths/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema41.properties.paths.type,parentSchema:schema41.properties.paths,data:data2};
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
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema41.type,parentSchema:schema41,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


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
if(data.action === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'",schema:schema35.required,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema35.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.action !== undefined){
let data0 = data.action;
if(typeof data0 !== "string"){
const err2 = {instancePath:instancePath+"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.action.type,parentSchema:schema35.properties.action,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.ipVersion !== undefined){
let data1 = data.ipVersion;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/ipVersion",schemaPath:"#/properties/ipVersion/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema35.properties.ipVersion.type,parentSchema:schema35.properties.ipVersion,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.protocol !== undefined){
let data2 = data.protocol;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (typeof data2 !== "string")){
const err4 = {instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/type",keyword:"type",params:{type: schema35.properties.protocol.type},message:"must be integer,string",schema:schema35.properties.protocol.type,parentSchema:schema35.properties.protocol,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.notProtocol !== undefined){
let data3 = data.notProtocol;
if((!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))) && (typeof data3 !== "string")){
const err5 = {instancePath:instancePath+"/notProtocol",schemaPath:"#/properties/notProtocol/type",keyword:"type",params:{type: schema35.properties.notProtocol.type},message:"must be integer,string",schema:schema35.properties.notProtocol.type,parentSchema:schema35.properties.notProtocol,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.icmp !== undefined){
let data4 = data.icmp;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
if(!((key1 === "type") || (key1 === "code"))){
const err6 = {instancePath:instancePath+"/icmp",schemaPath:"#/$defs/ICMP/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema36,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data4.type !== undefined){
let data5 = data4.type;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err7 = {instancePath:instancePath+"/icmp/type",schemaPath:"#/$defs/ICMP/properties/type/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.properties.type.type,parentSchema:schema36.properties.type,data:data5};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data4.code !== undefined){
let data6 = data4.code;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err8 = {instancePath:instancePath+"/icmp/code",schemaPath:"#/$defs/ICMP/properties/code/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.properties.code.type,parentSchema:schema36.properties.code,data:data6};
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
const err9 = {instancePath:instancePath+"/icmp",schemaPath:"#/$defs/ICMP/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.type,parentSchema:schema36,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.notICMP !== undefined){
let data7 = data.notICMP;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
if(!((key2 === "type") || (key2 === "code"))){
const err10 = {instancePath:instancePath+"/notICMP",schemaPath:"#/$defs/ICMP/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema36,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data7.type !== undefined){
let data8 = data7.type;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err11 = {instancePath:instancePath+"/notICMP/type",schemaPath:"#/$defs/ICMP/properties/type/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.properties.type.type,parentSchema:schema36.properties.type,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data7.code !== undefined){
let data9 = data7.code;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err12 = {instancePath:instancePath+"/notICMP/code",schemaPath:"#/$defs/ICMP/properties/code/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema36.properties.code.type,parentSchema:schema36.properties.code,data:data9};
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
const err13 = {instancePath:instancePath+"/notICMP",schemaPath:"#/$defs/ICMP/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.type,parentSchema:schema36,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.source !== undefined){
if(!(validate22(data.source, {instancePath:instancePath+"/source",parentData:data,parentDataProperty:"source",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.destination !== undefined){
if(!(validate22(data.destination, {instancePath:instancePath+"/destination",parentData:data,parentDataProperty:"destination",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.http !== undefined){
if(!(validate25(data.http, {instancePath:instancePath+"/http",parentData:data,parentDataProperty:"http",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.metadata !== undefined){
let data13 = data.metadata;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key3 in data13){
if(!(key3 === "annotations")){
const err14 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema35.properties.metadata,data:data13};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data13.annotations !== undefined){
let data14 = data13.annotations;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key4 in data14){
let data15 = data14[key4];
if(typeof data15 !== "string"){
const err15 = {instancePath:instancePath+"/metadata/annotations/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/metadata/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.properties.metadata.properties.annotations.additionalProperties.type,parentSchema:schema35.properties.metadata.properties.annotations.additionalProperties,data:data15};
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
const err16 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/properties/metadata/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.properties.metadata.properties.annotations.type,parentSchema:schema35.properties.metadata.properties.annotations,data:data14};
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
const err17 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.properties.metadata.type,parentSchema:schema35.properties.metadata,data:data13};
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
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema35.type,parentSchema:schema35,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="netpol:policy/calicostagedglobalnetworkpolicy.v3" */;
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
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"},message:"must have required property '"+"spec"+"'",schema:schema31.required,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.apiVersion.type,parentSchema:schema31.properties.apiVersion,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.kind.type,parentSchema:schema31.properties.kind,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(func1.call(schema32.properties, key1))){
const err7 = {instancePath:instancePath+"/metadata",schemaPath:"#/$defs/ObjectMeta/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 !== "string"){
const err8 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/$defs/ObjectMeta/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.name.type,parentSchema:schema32.properties.name,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.generateName !== undefined){
let data4 = data2.generateName;
if(typeof data4 !== "string"){
const err9 = {instancePath:instancePath+"/metadata/generateName",schemaPath:"#/$defs/ObjectMeta/properties/generateName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.generateName.type,parentSchema:schema32.properties.generateName,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.namespace !== undefined){
let data5 = data2.namespace;
if(typeof data5 !== "string"){
const err10 = {instancePath:instancePath+"/metadata/namespace",schemaPath:"#/$defs/ObjectMeta/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.namespace.type,parentSchema:schema32.properties.namespace,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
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
const err11 = {instancePath:instancePath+"/metadata/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/ObjectMeta/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.labels.additionalProperties.type,parentSchema:schema32.properties.labels.additionalProperties,data:data7};
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
const err12 = {instancePath:instancePath+"/metadata/labels",schemaPath:"#/$defs/ObjectMeta/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.labels.type,parentSchema:schema32.properties.labels,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
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
const err13 = {instancePath:instancePath+"/metadata/annotations/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/ObjectMeta/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.annotations.additionalProperties.type,parentSchema:schema32.properties.annotations.additionalProperties,data:data9};
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
const err14 = {instancePath:instancePath+"/metadata/annotations",schemaPath:"#/$defs/ObjectMeta/properties/annotations/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.annotations.type,parentSchema:schema32.properties.annotations,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
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
const err15 = {instancePath:instancePath+"/metadata/finalizers/" + i0,schemaPath:"#/$defs/ObjectMeta/properties/finalizers/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.finalizers.items.type,parentSchema:schema32.properties.finalizers.items,data:data11};
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
const err16 = {instancePath:instancePath+"/metadata/finalizers",schemaPath:"#/$defs/ObjectMeta/properties/finalizers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.finalizers.type,parentSchema:schema32.properties.finalizers,data:data10};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
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
const err17 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'",schema:schema32.properties.ownerReferences.items.required,parentSchema:schema32.properties.ownerReferences.items,data:data13};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data13.kind === undefined){
const err18 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema32.properties.ownerReferences.items.required,parentSchema:schema32.properties.ownerReferences.items,data:data13};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data13.name === undefined){
const err19 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema32.properties.ownerReferences.items.required,parentSchema:schema32.properties.ownerReferences.items,data:data13};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data13.uid === undefined){
const err20 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/required",keyword:"required",params:{missingProperty: "uid"},message:"must have required property '"+"uid"+"'",schema:schema32.properties.ownerReferences.items.required,parentSchema:schema32.properties.ownerReferences.items,data:data13};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
for(const key4 in data13){
if(!((((((key4 === "apiVersion") || (key4 === "kind")) || (key4 === "name")) || (key4 === "uid")) || (key4 === "controller")) || (key4 === "blockOwnerDeletion"))){
const err21 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema32.properties.ownerReferences.items,data:data13};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data13.apiVersion !== undefined){
let data14 = data13.apiVersion;
if(typeof data14 !== "string"){
const err22 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/apiVersion",schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.ownerReferences.items.properties.apiVersion.type,parentSchema:schema32.properties.ownerReferences.items.properties.apiVersion,data:data14};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data13.kind !== undefined){
let data15 = data13.kind;
if(typeof data15 !== "string"){
const err23 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/kind",schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.ownerReferences.items.properties.kind.type,parentSchema:schema32.properties.ownerReferences.items.properties.kind,data:data15};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data13.name !== undefined){
let data16 = data13.name;
if(typeof data16 !== "string"){
const err24 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/name",schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.ownerReferences.items.properties.name.type,parentSchema:schema32.properties.ownerReferences.items.properties.name,data:data16};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data13.uid !== undefined){
let data17 = data13.uid;
if(typeof data17 !== "string"){
const err25 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/uid",schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.ownerReferences.items.properties.uid.type,parentSchema:schema32.properties.ownerReferences.items.properties.uid,data:data17};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data13.controller !== undefined){
let data18 = data13.controller;
if(typeof data18 !== "boolean"){
const err26 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/controller",schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/properties/controller/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema32.properties.ownerReferences.items.properties.controller.type,parentSchema:schema32.properties.ownerReferences.items.properties.controller,data:data18};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data13.blockOwnerDeletion !== undefined){
let data19 = data13.blockOwnerDeletion;
if(typeof data19 !== "boolean"){
const err27 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1+"/blockOwnerDeletion",schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/properties/blockOwnerDeletion/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema32.properties.ownerReferences.items.properties.blockOwnerDeletion.type,parentSchema:schema32.properties.ownerReferences.items.properties.blockOwnerDeletion,data:data19};
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
const err28 = {instancePath:instancePath+"/metadata/ownerReferences/" + i1,schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.ownerReferences.items.type,parentSchema:schema32.properties.ownerReferences.items,data:data13};
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
const err29 = {instancePath:instancePath+"/metadata/ownerReferences",schemaPath:"#/$defs/ObjectMeta/properties/ownerReferences/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.ownerReferences.type,parentSchema:schema32.properties.ownerReferences,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data2.creationTimestamp !== undefined){
let data20 = data2.creationTimestamp;
if(typeof data20 !== "string"){
const err30 = {instancePath:instancePath+"/metadata/creationTimestamp",schemaPath:"#/$defs/ObjectMeta/properties/creationTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.creationTimestamp.type,parentSchema:schema32.properties.creationTimestamp,data:data20};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data2.deletionTimestamp !== undefined){
let data21 = data2.deletionTimestamp;
if(typeof data21 !== "string"){
const err31 = {instancePath:instancePath+"/metadata/deletionTimestamp",schemaPath:"#/$defs/ObjectMeta/properties/deletionTimestamp/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.deletionTimestamp.type,parentSchema:schema32.properties.deletionTimestamp,data:data21};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data2.deletionGracePeriodSeconds !== undefined){
let data22 = data2.deletionGracePeriodSeconds;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
const err32 = {instancePath:instancePath+"/metadata/deletionGracePeriodSeconds",schemaPath:"#/$defs/ObjectMeta/properties/deletionGracePeriodSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.deletionGracePeriodSeconds.type,parentSchema:schema32.properties.deletionGracePeriodSeconds,data:data22};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data2.generation !== undefined){
let data23 = data2.generation;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err33 = {instancePath:instancePath+"/metadata/generation",schemaPath:"#/$defs/ObjectMeta/properties/generation/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.properties.generation.type,parentSchema:schema32.properties.generation,data:data23};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data2.resourceVersion !== undefined){
let data24 = data2.resourceVersion;
if(typeof data24 !== "string"){
const err34 = {instancePath:instancePath+"/metadata/resourceVersion",schemaPath:"#/$defs/ObjectMeta/properties/resourceVersion/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.resourceVersion.type,parentSchema:schema32.properties.resourceVersion,data:data24};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data2.selfLink !== undefined){
let data25 = data2.selfLink;
if(typeof data25 !== "string"){
const err35 = {instancePath:instancePath+"/metadata/selfLink",schemaPath:"#/$defs/ObjectMeta/properties/selfLink/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.selfLink.type,parentSchema:schema32.properties.selfLink,data:data25};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data2.uid !== undefined){
let data26 = data2.uid;
if(typeof data26 !== "string"){
const err36 = {instancePath:instancePath+"/metadata/uid",schemaPath:"#/$defs/ObjectMeta/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema32.properties.uid.type,parentSchema:schema32.properties.uid,data:data26};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
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
const err37 = {instancePath:instancePath+"/metadata/managedFields/" + i2,schemaPath:"#/$defs/ObjectMeta/properties/managedFields/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.properties.managedFields.items.type,parentSchema:schema32.properties.managedFields.items,data:data28};
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
const err38 = {instancePath:instancePath+"/metadata/managedFields",schemaPath:"#/$defs/ObjectMeta/properties/managedFields/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema32.properties.managedFields.type,parentSchema:schema32.properties.managedFields,data:data27};
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
const err39 = {instancePath:instancePath+"/metadata",schemaPath:"#/$defs/ObjectMeta/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data:data2};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.spec !== undefined){
let data29 = data.spec;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key5 in data29){
if(!(func1.call(schema31.properties.spec.properties, key5))){
const err40 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.spec,data:data29};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data29.stagedAction !== undefined){
let data30 = data29.stagedAction;
if(typeof data30 !== "string"){
const err41 = {instancePath:instancePath+"/spec/stagedAction",schemaPath:"#/$defs/StagedAction/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.type,parentSchema:schema33,data:data30};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data29.tier !== undefined){
let data31 = data29.tier;
if(typeof data31 !== "string"){
const err42 = {instancePath:instancePath+"/spec/tier",schemaPath:"#/properties/spec/properties/tier/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.tier.type,parentSchema:schema31.properties.spec.properties.tier,data:data31};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data29.order !== undefined){
let data32 = data29.order;
if(!((typeof data32 == "number") && (isFinite(data32)))){
const err43 = {instancePath:instancePath+"/spec/order",schemaPath:"#/$defs/Order/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema34.type,parentSchema:schema34,data:data32};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data29.selector !== undefined){
let data33 = data29.selector;
if(typeof data33 !== "string"){
const err44 = {instancePath:instancePath+"/spec/selector",schemaPath:"#/properties/spec/properties/selector/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.selector.type,parentSchema:schema31.properties.spec.properties.selector,data:data33};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data29.serviceAccountSelector !== undefined){
let data34 = data29.serviceAccountSelector;
if(typeof data34 !== "string"){
const err45 = {instancePath:instancePath+"/spec/serviceAccountSelector",schemaPath:"#/properties/spec/properties/serviceAccountSelector/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.serviceAccountSelector.type,parentSchema:schema31.properties.spec.properties.serviceAccountSelector,data:data34};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data29.namespaceSelector !== undefined){
let data35 = data29.namespaceSelector;
if(typeof data35 !== "string"){
const err46 = {instancePath:instancePath+"/spec/namespaceSelector",schemaPath:"#/properties/spec/properties/namespaceSelector/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.namespaceSelector.type,parentSchema:schema31.properties.spec.properties.namespaceSelector,data:data35};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data29.types !== undefined){
let data36 = data29.types;
if(Array.isArray(data36)){
const len3 = data36.length;
for(let i3=0; i3<len3; i3++){
let data37 = data36[i3];
if(typeof data37 !== "string"){
const err47 = {instancePath:instancePath+"/spec/types/" + i3,schemaPath:"#/properties/spec/properties/types/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.types.items.type,parentSchema:schema31.properties.spec.properties.types.items,data:data37};
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
const err48 = {instancePath:instancePath+"/spec/types",schemaPath:"#/properties/spec/properties/types/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.types.type,parentSchema:schema31.properties.spec.properties.types,data:data36};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data29.ingress !== undefined){
let data38 = data29.ingress;
if(Array.isArray(data38)){
const len4 = data38.length;
for(let i4=0; i4<len4; i4++){
if(!(validate21(data38[i4], {instancePath:instancePath+"/spec/ingress/" + i4,parentData:data38,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err49 = {instancePath:instancePath+"/spec/ingress",schemaPath:"#/properties/spec/properties/ingress/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.ingress.type,parentSchema:schema31.properties.spec.properties.ingress,data:data38};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data29.egress !== undefined){
let data40 = data29.egress;
if(Array.isArray(data40)){
const len5 = data40.length;
for(let i5=0; i5<len5; i5++){
if(!(validate21(data40[i5], {instancePath:instancePath+"/spec/egress/" + i5,parentData:data40,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err50 = {instancePath:instancePath+"/spec/egress",schemaPath:"#/properties/spec/properties/egress/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.egress.type,parentSchema:schema31.properties.spec.properties.egress,data:data40};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data29.doNotTrack !== undefined){
let data42 = data29.doNotTrack;
if(typeof data42 !== "boolean"){
const err51 = {instancePath:instancePath+"/spec/doNotTrack",schemaPath:"#/properties/spec/properties/doNotTrack/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.doNotTrack.type,parentSchema:schema31.properties.spec.properties.doNotTrack,data:data42};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data29.preDNAT !== undefined){
let data43 = data29.preDNAT;
if(typeof data43 !== "boolean"){
const err52 = {instancePath:instancePath+"/spec/preDNAT",schemaPath:"#/properties/spec/properties/preDNAT/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.preDNAT.type,parentSchema:schema31.properties.spec.properties.preDNAT,data:data43};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data29.applyOnForward !== undefined){
let data44 = data29.applyOnForward;
if(typeof data44 !== "boolean"){
const err53 = {instancePath:instancePath+"/spec/applyOnForward",schemaPath:"#/properties/spec/properties/applyOnForward/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema31.properties.spec.properties.applyOnForward.type,parentSchema:schema31.properties.spec.properties.applyOnForward,data:data44};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data29.performanceHints !== undefined){
let data45 = data29.performanceHints;
if(Array.isArray(data45)){
const len6 = data45.length;
for(let i6=0; i6<len6; i6++){
let data46 = data45[i6];
if(typeof data46 !== "string"){
const err54 = {instancePath:instancePath+"/spec/performanceHints/" + i6,schemaPath:"#/properties/spec/properties/performanceHints/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.spec.properties.performanceHints.items.type,parentSchema:schema31.properties.spec.properties.performanceHints.items,data:data46};
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
const err55 = {instancePath:instancePath+"/spec/performanceHints",schemaPath:"#/properties/spec/properties/performanceHints/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.spec.properties.performanceHints.type,parentSchema:schema31.properties.spec.properties.performanceHints,data:data45};
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
const err56 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.spec.type,parentSchema:schema31.properties.spec,data:data29};
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
const err57 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

