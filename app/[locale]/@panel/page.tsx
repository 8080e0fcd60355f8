/** Going to the overview closes the panel. */
export { default } from "./default";
