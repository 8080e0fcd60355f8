import { editionPage } from "./_page/edition-page";
import { Overview } from "./_page/overview";

/** The edition in one page: what it says in a sentence, its headline figures, then the questions of the report. */
const { Page, generateMetadata } = editionPage({
  path: () => "/",
  load: async () => ({}),
  title: () => ({}),
  render: (_, { page, locale }) => Overview({ page, locale }),
});

export { generateMetadata };
export default Page;
