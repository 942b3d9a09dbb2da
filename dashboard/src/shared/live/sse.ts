/** One server-sent event. */
export interface SseEvent {
  event: string;
  data: string;
}

/**
 * Reads the text of an event stream piece by piece, as it comes off the wire, after the WHATWG rules: fields by line, a
 * blank line ends an event, a line that starts with a colon is a heartbeat.
 */
export class SseReader {
  private rest = '';
  private event = '';
  private data: string[] = [];

  /** Returns the events that this piece completed. */
  push(piece: string): SseEvent[] {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    const complete: SseEvent[] = [];
    for (const line of lines) {
      const done = this.line(line);
      if (done) complete.push(done);
    }
    return complete;
  }

  private line(line: string): SseEvent | undefined {
    if (line === '') return this.end();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.event = value;
    if (field === 'data') this.data.push(value);
    return undefined;
  }

  private end(): SseEvent | undefined {
    const done = this.data.length > 0 ? { event: this.event || 'message', data: this.data.join('\n') } : undefined;
    this.event = '';
    this.data = [];
    return done;
  }
}
