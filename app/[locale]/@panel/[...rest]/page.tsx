/** Going to any other page closes the panel. */
export { default } from "../default";
