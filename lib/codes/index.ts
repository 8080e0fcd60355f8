/** The codes of the observatory's files: canonical values, the words files use for them, and their labels. */
export * from "./channel";
export * from "./department";
export * from "./departments";
export * from "./fold";
export * from "./labels";
export * from "./platform";
export * from "./region";
export * from "./regions";
export * from "./siren";
export * from "./technology";
export * from "./type";
export * from "./types";
