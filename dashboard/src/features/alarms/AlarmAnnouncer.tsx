'use client';

import { useRef, useState } from 'react';
import { useLiveEvents } from '@/shared/live/useLive';
import { PRIORITY_WORD } from '@/shared/ui/words';

/** Tells screen readers of every newly raised alarm, once, whatever page they are on. */
export function AlarmAnnouncer() {
  const [words, setWords] = useState('');
  const told = useRef(new Set<string>());
  useLiveEvents((batch) => {
    const fresh = batch.flatMap((event) =>
      event.type === 'alarm' && event.data.state === 'unacknowledged' && !told.current.has(event.data.id)
        ? [event.data]
        : [],
    );
    if (fresh.length === 0) return;
    fresh.forEach(({ id }) => told.current.add(id));
    setWords(
      fresh
        .map(({ priority, asset, message }) => `New ${PRIORITY_WORD[priority].toLowerCase()} alarm, ${asset}: ${message}`)
        .join('. '),
    );
  });
  return (
    <div aria-live="polite" className="visuallyHidden" data-testid="announcer">
      {words}
    </div>
  );
}
