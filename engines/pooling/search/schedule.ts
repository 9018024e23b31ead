import { type Agendas, agendasOf } from '../agenda/sitting-agenda.ts';
import { type Bits, emptyBits, hasBit, meets, membersOf, union, weigh } from '../instance/bits.ts';
import type { Instance } from '../instance/instance.ts';
import { sharesTime } from './at-once.ts';
import { mayTake } from './may-take.ts';
import { releasesIn } from './releases.ts';

/** A sitting while plans are made: units in no order (the agenda is found from them), in a place. */
export interface Group {
  readonly place: number;
  readonly members: readonly number[];
}

export interface Held extends Group {
  readonly atoms: Bits;
  readonly minutes: number;
  readonly people: number;
  /** Cadre-minutes: the items themselves, waiting, and the way when in person. */
  readonly away: number;
}

/** The first two levels weigh in `callUps` and `unscheduled`, the rest follows; see `compareTotals`. */
export interface Totals {
  readonly unscheduled: number;
  readonly callUps: number;
  readonly away: number;
  readonly late: number;
}

export const compareTotals = (a: Totals, b: Totals): number =>
  a.unscheduled - b.unscheduled || a.callUps - b.callUps || a.away - b.away || a.late - b.late;

/** A plan that always keeps every rule, changed sitting by sitting; each change can be taken back. */
export class Schedule {
  readonly instance: Instance;
  readonly agendas: Agendas;
  readonly sittingOf: Int32Array;
  readonly #sittings: (Held | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #buckets: number[][];
  readonly #weeks: number[][];
  readonly #used: Int16Array;
  readonly #anyQuorum: boolean;
  /** Units in no sitting. */
  readonly #apart: Set<number>;
  readonly #log: { at: number; was: Held | undefined }[] = [];
  #unscheduled: number;
  #callUps = 0;
  #away = 0;
  #late = 0;

  constructor(instance: Instance, agendas: Agendas = agendasOf(instance)) {
    this.instance = instance;
    this.agendas = agendas;
    this.sittingOf = new Int32Array(instance.size).fill(-1);
    this.#buckets = Array.from(
      { length: 1 + Math.max(0, ...instance.places.map(({ bucket }) => bucket)) },
      () => [],
    );
    this.#weeks = Array.from({ length: instance.weeks }, () => []);
    this.#anyQuorum = instance.hasQuorum.some(Boolean);
    this.#used = new Int16Array(instance.atoms.count * instance.weeks);
    this.#apart = new Set(instance.units.keys());
    this.#unscheduled = instance.priority.reduce((sum, priority) => sum + priority, 0);
  }

  get totals(): Totals {
    return { unscheduled: this.#unscheduled, callUps: this.#callUps, away: this.#away, late: this.#late };
  }

  sitting(at: number): Held {
    return this.#sittings[at] as Held;
  }

  inWeek(week: number): readonly number[] {
    return this.#weeks[week] as number[];
  }

  inBucket(bucket: number): readonly number[] {
    return this.#buckets[bucket] as number[];
  }

  /** How often an atom is called up in a week. */
  used(atom: number, week: number): number {
    return this.#used[atom * this.instance.weeks + week] as number;
  }

  groups(): Group[] {
    return this.#sittings.flatMap((held) => (held ? [{ place: held.place, members: held.members }] : []));
  }

  /** Units in no sitting, ascending. */
  leftOut(): number[] {
    return [...this.#apart].sort((a, b) => a - b);
  }

  /** All sittings, to come back to with `restore`. */
  sittings(): readonly Held[] {
    return this.#sittings.filter((held) => held !== undefined);
  }

  restore(sittings: readonly Held[]): void {
    this.#sittings.forEach((held, at) => {
      if (held) this.change(at, undefined);
    });
    for (const held of sittings) this.open(held);
    this.keep();
  }

  /** Describes units held together in a place; undefined when no agenda can hold them. */
  describe(place: number, members: readonly number[]): Held | undefined {
    const { calls, minutes, atoms, places } = this.instance;
    const agenda = this.agendas(members);
    if (!agenda) return undefined;
    const bits = emptyBits(atoms.count);
    let length = 0;
    let playing = 0;
    for (const unit of members) {
      union(bits, bits, calls[unit] as Bits);
      length += minutes[unit] as number;
      playing += this.instance.playing[unit] as number;
    }
    const away = playing + agenda.waiting + (places[place]?.inPerson ? weigh(bits, atoms.travel) : 0);
    return { place, members, atoms: bits, minutes: length, people: weigh(bits, atoms.weight), away };
  }

  /** Whether `held` may stand beside everything else, were sitting `instead` not there. */
  fits(held: Held, instead: number): boolean {
    return (
      mayTake(this.instance, held) &&
      this.#noClash(held, instead) &&
      this.#inQuota(held, instead) &&
      this.#inOrder(held, instead)
    );
  }

  #noClash(held: Held, instead: number): boolean {
    const place = this.instance.places[held.place] as Instance['places'][number];
    for (const other of this.inBucket(place.bucket)) {
      if (other === instead) continue;
      const there = this.sitting(other);
      const otherPlace = this.instance.places[there.place] as Instance['places'][number];
      if (!sharesTime(place, held.minutes, otherPlace, there.minutes)) continue;
      if (otherPlace.venue === place.venue || meets(there.atoms, held.atoms)) return false;
    }
    return true;
  }

  #inQuota(held: Held, instead: number): boolean {
    const { atoms, places } = this.instance;
    const week = places[held.place]?.week as number;
    const old = instead < 0 ? undefined : this.sitting(instead);
    const given = old !== undefined && places[old.place]?.week === week;
    for (const atom of membersOf(held.atoms)) {
      const before = given && hasBit(old.atoms, atom) ? 1 : 0;
      if (this.used(atom, week) - before < (atoms.quota[atom] as number)) continue;
      if (this.#anyQuorum) return this.#canRelease(held, instead, week);
      if (before === 0) return false;
    }
    return true;
  }

  /** Whether quorums let go those whose week is too full. */
  #canRelease(held: Held, instead: number, week: number): boolean {
    const others = this.inWeek(week).filter((at) => at !== instead);
    return releasesIn(this.instance, [...others.map((at) => this.sitting(at)), held]) !== undefined;
  }

  #inOrder(held: Held, instead: number): boolean {
    const { after, before, places } = this.instance;
    const time = places[held.place]?.time as number;
    for (const unit of held.members) {
      for (const earlier of after[unit] as readonly number[]) {
        const at = this.sittingOf[earlier] as number;
        if (held.members.includes(earlier)) continue;
        if (at < 0 || at === instead || (places[this.sitting(at).place]?.time as number) >= time)
          return false;
      }
      for (const later of before[unit] as readonly number[]) {
        const at = this.sittingOf[later] as number;
        if (at < 0 || at === instead || held.members.includes(later)) continue;
        if ((places[this.sitting(at).place]?.time as number) <= time) return false;
      }
    }
    return true;
  }

  /** Opens a sitting; the caller has seen that it fits. */
  open(held: Held): number {
    const at = this.#free.pop() ?? this.#sittings.length;
    this.#write(at, held);
    return at;
  }

  /** Replaces a sitting, or ends it. */
  change(at: number, held: Held | undefined): void {
    this.#write(at, held);
    if (!held) this.#free.push(at);
  }

  /** Takes a unit out of its sitting. */
  remove(unit: number): void {
    const at = this.sittingOf[unit] as number;
    const { place, members } = this.sitting(at);
    const left = members.filter((other) => other !== unit);
    this.change(at, left.length === 0 ? undefined : this.describe(place, left));
  }

  /** A point to come back to. */
  mark(): number {
    return this.#log.length;
  }

  undo(mark: number): void {
    while (this.#log.length > mark) {
      const { at, was } = this.#log.pop() as { at: number; was: Held | undefined };
      if (was === undefined) this.#free.push(at);
      else if (this.#sittings[at] === undefined) this.#free.splice(this.#free.lastIndexOf(at), 1);
      this.#set(at, was);
    }
  }

  /** What was done cannot be taken back any more. */
  keep(): void {
    this.#log.length = 0;
  }

  #write(at: number, held: Held | undefined): void {
    this.#log.push({ at, was: this.#sittings[at] });
    this.#set(at, held);
  }

  #set(at: number, held: Held | undefined): void {
    const old = this.#sittings[at];
    if (old) this.#count(at, old, -1);
    this.#sittings[at] = held;
    if (held) this.#count(at, held, 1);
  }

  #count(at: number, held: Held, sign: 1 | -1): void {
    const { places, priority, due, atoms, weeks } = this.instance;
    const { week, bucket, day } = places[held.place] as Instance['places'][number];
    for (const list of [this.#weeks[week] as number[], this.#buckets[bucket] as number[]]) {
      if (sign > 0) list.push(at);
      else list.splice(list.indexOf(at), 1);
    }
    for (const atom of membersOf(held.atoms)) {
      const key = atom * weeks + week;
      this.#used[key] = (this.#used[key] as number) + sign;
    }
    for (const unit of held.members) {
      this.sittingOf[unit] = sign > 0 ? at : -1;
      if (sign > 0) this.#apart.delete(unit);
      else this.#apart.add(unit);
      this.#unscheduled -= sign * (priority[unit] as number);
      this.#late += sign * ((priority[unit] as number) * day - (due[unit] as number));
    }
    this.#callUps += sign * weigh(held.atoms, atoms.weight);
    this.#away += sign * held.away;
  }
}
