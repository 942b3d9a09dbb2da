'use client';

/** The last resort when a page itself fails: it must not need anything that may have failed. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>This page failed</h1>
          <p>The platform itself goes on watching. Reload the page; if it fails again, tell an engineer what you did.</p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
