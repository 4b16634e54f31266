/*
 * Slot, page, epochs and ending, as a model that spin searches whole.
 *
 *     spin -a pages.pml
 *     cc -O1 -DCOLLAPSE -DNOCLAIM -o pan pan.c && ./pan -m100000          every assertion, in every state
 *     cc -O1 -DCOLLAPSE -o pan pan.c
 *     ./pan -a -f -N arrives -m100000         every page is in the end applied, replaced by a newer one, or ended
 *     ./pan -a -f -N ends -m100000            who has begun to end comes to the end
 *
 * Two people, each with one slot. What a visit does is in sync/exchange.py, and the rules are in
 * sync/protocol/standing.py; here a page is its headers, and words are their number alone. The place between the two
 * may show an older page, lose a page, say that it stands there when it does not, or let an older one stand again, and
 * a visit may be cut off between keeping and writing: FAULTS times, and then it is fair (-f: both come again and
 * again). Time is not modelled: a week may have passed at any moment, and thirty days are PATIENCE visits, from when
 * the last page first stands there; then it is left standing.
 *
 * Each rule can be taken away, and then spin finds what goes wrong: -DROTATE_WITHOUT_ANSWER, -DACCEPT_OLD,
 * -DFORGET_AT_ONCE, -DTRUST_THE_PLACE, -DANSWER_NOTHING, -DKEYS_WITH_WORDS_ALONE.
 */

#ifndef NUMBERS
#define NUMBERS 2     /* pages with words that each may make */
#endif
#ifndef EPOCHS
#define EPOCHS 3
#endif
#define NUMBERS_OF(me) (me == 0 -> NUMBERS : 1)           /* the rules are the same for both: the second */
#define EPOCHS_OF(me) (me == 0 -> EPOCHS : EPOCHS - 1)   /* does what is needed to find the first one's slips */
#ifndef FAULTS
#define FAULTS 2
#endif
#ifndef PATIENCE
#define PATIENCE 1
#endif

#define ACTIVE 0
#define ENDING 1      /* my last page is on its way */
#define ANSWERING 2   /* theirs has come, and mine is written once more */
#define ENDED 3

typedef Page {
    byte number;      /* 0: nothing stands there */
    byte epoch;       /* which of the writer's keys follows */
    byte seen;
    byte to;          /* which of the reader's keys it is sealed to */
    bit end
};

Page slot[2];         /* of each writer */
Page old[2];          /* an earlier page of theirs, that may be shown again */

byte number[2] = 1;   /* the first page says that the words match */
byte seen[2], seen_by[2], state[2], patience[2];
byte epoch[2] = 1, their_epoch[2] = 1;
bit before[2];        /* whether the key before is still held */
bit owes[2] = 1, stands[2];
byte faults = FAULTS;

#define HELD(me, him) (their_epoch[him] == epoch[me] || (before[me] && their_epoch[him] + 1 == epoch[me]))
#define OPENS(me, page) (page.number && (page.to == epoch[me] || (before[me] && page.to + 1 == epoch[me])))
#define OVER (state[0] == ENDED || state[1] == ENDED)
#define APPLIED(me, him) (seen[him] == number[me] && seen_by[me] == number[me] && !before[me])

ltl arrives { <> [] (OVER || (APPLIED(0, 1) && APPLIED(1, 0))) }
ltl ends { [] ((state[0] == ENDING || state[0] == ANSWERING) -> <> (state[0] == ENDED)) }

inline copy(from, into) {
    into.number = from.number; into.epoch = from.epoch; into.seen = from.seen; into.to = from.to; into.end = from.end
}

inline clear(page) {
    page.number = 0; page.epoch = 0; page.seen = 0; page.to = 0; page.end = 0
}

inline use_fault() {
    faults--;
    if
    :: faults == 0 -> clear(old[0]); clear(old[1])   /* never looked at again */
    :: else
    fi
}

inline ended(me) {
    state[me] = ENDED;                        /* and what is left of a pair that is over is all alike */
    number[me] = 0; seen[me] = 0; seen_by[me] = 0; patience[me] = 0; epoch[me] = 0; their_epoch[me] = 0;
    before[me] = 0; owes[me] = 0; stands[me] = 0
}

inline rotate(me) {
    if
    :: epoch[me] < EPOCHS_OF(me) -> epoch[me]++; owes[me] = 1;
#ifdef FORGET_AT_ONCE
        before[me] = 0
#else
        before[me] = 1
#endif
    :: true                                   /* the week is not over */
    fi
}

inline open_and_take(me, page) {
    if
    :: !OPENS(me, page) -> skip
#ifndef ACCEPT_OLD
    :: OPENS(me, page) && page.number < seen[me] -> skip
#endif
    :: else ->
        fresh = (page.number != seen[me]);
        assert(OVER || page.seen <= number[me]);      /* nobody has seen what was never written */
        if
        :: fresh && page.end && state[me] == ACTIVE -> state[me] = ANSWERING; number[me]++; owes[me] = 1
        :: fresh && page.end && state[me] == ENDING -> state[me] = ANSWERING; patience[me] = 0   /* both have */
        :: else
        fi;
#ifndef ANSWER_NOTHING
        owes[me] = owes[me] || fresh;
#endif
        assert(page.number >= seen[me]);      /* n never goes back */
        seen[me] = page.number;
        if
        :: page.seen > seen_by[me] -> seen_by[me] = page.seen
        :: else
        fi;
        if
        :: page.epoch == their_epoch[me] + 1 -> their_epoch[me]++; owes[me] = 1
        :: else
        fi;
        if
#ifdef KEYS_WITH_WORDS_ALONE
        :: page.to == epoch[me] && fresh -> before[me] = 0; rotate(me)
#else
        :: page.to == epoch[me] -> before[me] = 0; rotate(me)
#endif
        :: else
#ifdef ROTATE_WITHOUT_ANSWER
            -> rotate(me)
#endif
        fi
    fi;
    assert(OVER || (HELD(0, 1) && HELD(1, 0)))  /* each holds a key that the other can write to */
}

inline write_page(me) {
    if
    :: slot[me].number && faults > 0 -> copy(slot[me], old[me])
    :: true                                   /* the one that is kept is of longer ago */
    fi;
    slot[me].number = number[me]; slot[me].epoch = epoch[me]; slot[me].seen = seen[me];
    slot[me].to = their_epoch[me]; slot[me].end = (state[me] != ACTIVE)
}

inline is_written(me) {
    owes[me] = 0;
    if
    :: state[me] == ANSWERING -> ended(me)
    :: else
    fi
}

proctype Person(byte me) {
    bit fresh;
    do
    :: state[me] == ENDED -> break

    :: d_step { state[me] == ACTIVE && number[me] < NUMBERS_OF(me) -> number[me]++; owes[me] = 1 }

    :: d_step { state[me] == ACTIVE ->
        state[me] = ENDING; patience[me] = PATIENCE; number[me]++; owes[me] = 1; stands[me] = 0 }

    :: atomic { state[me] != ENDED ->
        if
        :: open_and_take(me, slot[1 - me])
        :: faults > 0 && old[1 - me].number -> open_and_take(me, old[1 - me]); use_fault()
        fi;
        fresh = 0 };
        /* What was taken in is kept; another one may come here before it is answered. */
        atomic {
        if
        :: state[me] >= ENDING && seen_by[me] >= number[me] ->
            clear(slot[me]); clear(slot[1 - me]); stands[1 - me] = 0; ended(me)
        :: state[me] == ENDING && patience[me] == 0 && stands[me] && !owes[me] -> ended(me)   /* and it stays there */
        :: else ->
            if
            :: state[me] == ENDING && patience[me] > 0 && stands[me] -> patience[me]--
            :: else
            fi;
            if
#ifdef TRUST_THE_PLACE
            :: owes[me] ->
#else
            :: owes[me] || !stands[me] ->
#endif
                if
                :: write_page(me); stands[me] = 1; is_written(me)
                :: faults > 0 -> use_fault()                            /* cut off, or lost, and it is known */
                :: faults > 0 -> use_fault(); stands[me] = 0; is_written(me)   /* said to stand there */
                :: faults > 0 -> use_fault(); write_page(me); stands[me] = 1   /* cut off before noting it */
                fi
            :: else
            fi
        fi }

    :: atomic { faults > 0 && old[me].number && stands[me] -> copy(old[me], slot[me]); stands[me] = 0; use_fault() }
    od
}

init {
    atomic { run Person(0); run Person(1) }
}
