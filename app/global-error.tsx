"use client";

/** What a reader sees when even the frame of the pages could not be made: it relies on nothing, style sheet included. */
export default function GlobalError({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="fr">
      <head>
        <title>Observatoire open data des territoires</title>
        <meta name="color-scheme" content="light dark" />
      </head>
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          lineHeight: 1.5,
          maxWidth: "40rem",
          margin: "4rem auto",
        }}
      >
        <main style={{ padding: "0 1rem" }}>
          <h1>Le site n’a pas pu répondre</h1>
          <p>L’erreur est enregistrée et aucune donnée n’est perdue. Réessayez dans un instant.</p>
          <p lang="en">
            The site could not answer. The fault is recorded and no data is lost. Try again in a moment.
          </p>
          <button type="button" onClick={reset}>
            Réessayer · <span lang="en">Try again</span>
          </button>
        </main>
      </body>
    </html>
  );
}
