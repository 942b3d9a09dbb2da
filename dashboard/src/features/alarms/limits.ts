/** As many alarms as one list shows: above this an operator needs a filter, not a longer page. */
export const ALARM_LIMIT = 500;

/** The longest shelving offered: one shift. ISA-18.2 asks for a limit so that nothing is forgotten. */
export const SHELVE_LIMIT_MINUTES = 480;
