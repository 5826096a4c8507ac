/** The types of `setup.mjs`, which runs before there is a compiler. */
export declare const top: string;
export declare const npm: string;
export declare function run(program: string, args: readonly string[], options?: object): number;
export declare function must(program: string, args: readonly string[], options?: object): void;
export declare function install(folder?: string): void;
export declare function build(): void;
