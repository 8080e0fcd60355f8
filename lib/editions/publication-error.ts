/** An edition that could not be put in place; the message is for the person who asked and names no path. */
export class PublicationError extends Error {}
