'use client';

import Link from 'next/link';
import { Fragment, useState } from 'react';
import type { Alarm } from '@/shared/api/contract';
import { Moment } from '@/shared/time/Moment';
import { assetHref } from '@/shared/ui/links';
import { PrioritySign, StateWord, waits } from '@/shared/ui/Signs';
import { AlarmActions } from './AlarmActions';
import { AlarmFacts } from './AlarmCard';
import { operatorResponse } from './alarms';
import { History } from './History';
import styles from './alarms.module.css';

interface Props {
  alarms: Alarm[];
  openAtFirst: string | null;
  onChange: (alarm: Alarm) => void;
}

export function AlarmTable({ alarms, openAtFirst, onChange }: Props) {
  const [opened, setOpened] = useState<string | null>(openAtFirst);
  return (
    <table className={styles.table} data-testid="alarm-table">
      <caption className="visuallyHidden">Alarms by priority, then time. Up and down arrows move between rows.</caption>
      <thead>
        <tr>
          <th scope="col">Priority</th>
          <th scope="col">State</th>
          <th scope="col">Raised</th>
          <th scope="col">Asset and message</th>
          <th scope="col">Operator response</th>
          <th scope="col">
            <span className="visuallyHidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody onKeyDown={moveBetweenRows}>
        {alarms.map((alarm) => (
          <Fragment key={alarm.id}>
            <AlarmRow
              alarm={alarm}
              open={opened === alarm.id}
              onToggle={() => setOpened(opened === alarm.id ? null : alarm.id)}
              onChange={onChange}
            />
            {opened === alarm.id && <DetailRow alarm={alarm} onChange={onChange} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  alarm: Alarm;
  open: boolean;
  onToggle: () => void;
  onChange: (alarm: Alarm) => void;
}

function AlarmRow({ alarm, open, onToggle, onChange }: RowProps) {
  return (
    <tr
      className={waits(alarm.state) ? styles.rowWaiting : styles.row}
      data-testid="alarm-row"
      data-alarm={alarm.id}
      data-state={alarm.state}
    >
      <td className={styles.priority}>
        <PrioritySign priority={alarm.priority} filled={waits(alarm.state)} />
      </td>
      <td className={styles.state} data-testid="alarm-state">
        <StateWord state={alarm.state} />
      </td>
      <td className={styles.time}>
        <Moment at={alarm.raised} />
      </td>
      <td className={styles.what}>
        <Link href={assetHref(alarm.asset)} prefetch={false}>
          {alarm.asset}
        </Link>{' '}
        {alarm.assetName}
        <span className={styles.message}>{alarm.message}</span>
      </td>
      <td className={styles.response}>{operatorResponse(alarm)}</td>
      <td className={styles.act}>
        <div className={styles.actRow}>
          <AlarmActions alarm={alarm} onChange={onChange} short />
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-label={`Details of ${alarm.asset}: ${alarm.message}`}
            onClick={onToggle}
            data-testid="alarm-details"
            data-row-anchor
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d={open ? 'M3 10.5 8 5.5 13 10.5' : 'M3 5.5 8 10.5 13 5.5'} />
            </svg>
          </button>
        </div>
      </td>
    </tr>
  );
}

function DetailRow({ alarm, onChange }: { alarm: Alarm; onChange: (alarm: Alarm) => void }) {
  const [best] = alarm.diagnosis.modes;
  return (
    <tr className={styles.detailRow} data-testid="alarm-detail">
      <td colSpan={6}>
        <div className={styles.detail}>
          <div>
            <h2>What to do</h2>
            <p>{operatorResponse(alarm)}</p>
            {best && (
              <p className={styles.fits}>
                Fits {best.name.toLowerCase()} ({best.item}, ISO 14224 {best.iso14224}).{' '}
                <Link href={assetHref(alarm.asset)} prefetch={false}>
                  See the evidence and the trends
                </Link>
              </p>
            )}
            <AlarmFacts alarm={alarm} />
            <AlarmActions alarm={alarm} onChange={onChange} />
          </div>
          <div>
            <h2>History</h2>
            <History id={alarm.id} changed={alarm.changed} />
          </div>
        </div>
      </td>
    </tr>
  );
}

/** Moves the focus to the same kind of control in the row above or below. */
function moveBetweenRows(event: React.KeyboardEvent<HTMLTableSectionElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const from = event.target as HTMLElement;
  if (from.closest('dialog')) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('tr[data-testid="alarm-row"]')];
  const at = rows.findIndex((row) => row.contains(from));
  const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  const same = next.querySelector<HTMLElement>(`[data-testid="${from.dataset['testid'] ?? ''}"]`);
  (same ?? next.querySelector<HTMLElement>('[data-row-anchor]'))?.focus();
}
