import { NotePanel } from "@/app/[locale]/_page/note-panel";

/** The form of a note beside the page from which it was opened; by its address alone it is a page of its own. */
export default NotePanel;
