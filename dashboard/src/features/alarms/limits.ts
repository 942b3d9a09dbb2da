/** As many alarms as one list shows: above this an operator needs a filter, not a longer page. */
export const ALARM_LIMIT = 500;
