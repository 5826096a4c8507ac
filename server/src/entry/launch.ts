import module from 'node:module';

/*
 * The server as a program. Node remembers what it compiled only of modules that are loaded after it was told to, so the
 * server itself stands in a file beside this one; what it remembers lies in its own folder for that, or where
 * NODE_COMPILE_CACHE says. Node 20 cannot, and starts as ever.
 */
(module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
await import(new URL('serving.mjs', import.meta.url).href);
