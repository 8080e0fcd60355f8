const WORDS = {
  fault: {
    title: "Cette page n’a pas pu être préparée",
    fr: "Les données ne sont pas perdues et l’erreur est enregistrée. Réessayez dans un instant\u202f; si elle revient, choisissez moins de filtres ou revenez à l’accueil.",
    en: "This page could not be made. Nothing is lost and the fault is recorded. Try again in a moment; if it comes back, choose fewer filters or go to the home page.",
  },
  "no-edition": {
    title: "Aucune édition n’est disponible pour le moment",
    fr: "Les fichiers de l’édition ne peuvent pas être lus\u202f: aucun chiffre n’est montré plutôt qu’un chiffre faux. Réessayez dans un instant.",
    en: "No edition can be read for the moment: no figure is shown rather than a wrong one. Try again in a moment.",
  },
  store: {
    title: "Les notes ne sont pas disponibles pour le moment",
    fr: "Elles ne sont pas perdues, et le reste du site répond. Réessayez dans un instant.",
    en: "Notes can’t be read for the moment. They are not lost, and the rest of the site answers. Try again in a moment.",
  },
} as const;

type Props = { reason?: keyof typeof WORDS; retry?: React.ReactNode };

/** What a reader sees when a page could not be made. Both languages: the fault may be in the words themselves. */
export function Failure({ reason = "fault", retry }: Props) {
  const { title, fr, en } = WORDS[reason];
  return (
    <main className="wrap main message">
      <h1>{title}</h1>
      <p>{fr}</p>
      <p lang="en">{en}</p>
      <div className="message-actions">
        {retry}
        {/* Plain links, which load everything anew: what failed may be in what is loaded. */}
        {/* eslint-disable @next/next/no-html-link-for-pages */}
        <a href="/" className="button">
          Accueil
        </a>
        <a href="/en" lang="en" className="button">
          Home page
        </a>
        {/* eslint-enable @next/next/no-html-link-for-pages */}
      </div>
    </main>
  );
}
