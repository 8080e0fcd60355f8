/** No panel beside a page opened by its address. */
export default function NoPanel() {
  return null;
}
