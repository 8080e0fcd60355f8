/** What a reader sees when a page could not be made. Both languages: the fault may be in the words themselves. */
export function Failure({ retry }: { retry?: React.ReactNode }) {
  return (
    <main className="wrap main message">
      <h1>Cette page n’a pas pu être préparée</h1>
      <p>
        Les données ne sont pas perdues et l’erreur est enregistrée. Réessayez dans un instant ; si elle
        revient, choisissez moins de filtres ou revenez à l’accueil.
      </p>
      <p lang="en">
        This page could not be made. Nothing is lost and the fault is recorded. Try again in a moment; if it
        comes back, choose fewer filters or go to the home page.
      </p>
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
