// Written by generate.sh.
#include "CBuiltinCorpus.h"

static const unsigned char text0[] = {
#embed "../../examples/corpus/2025-01-13-rutte-parliament.md"
};

static const unsigned char text1[] = {
#embed "../../examples/corpus/2025-01-22-davos-trade.md"
};

static const unsigned char text2[] = {
#embed "../../examples/corpus/2025-01-24-hospital-gala.md"
};

static const unsigned char text3[] = {
#embed "../../examples/corpus/2025-01-31-bundestag-migrants.md"
};

static const unsigned char text4[] = {
#embed "../../examples/corpus/2025-02-11-steel-tariffs.md"
};

static const unsigned char text5[] = {
#embed "../../examples/corpus/2025-02-15-munich-speech.md"
};

static const unsigned char text6[] = {
#embed "../../examples/corpus/2025-02-18-riyadh-talks.md"
};

static const unsigned char text7[] = {
#embed "../../examples/corpus/2025-02-20-zucman-tax.md"
};

static const unsigned char text8[] = {
#embed "../../examples/corpus/2025-02-21-macron-questions.md"
};

static const unsigned char text9[] = {
#embed "../../examples/corpus/2025-02-24-washington-meeting.md"
};

static const unsigned char text10[] = {
#embed "../../examples/corpus/2025-02-25-apres-washington.md"
};

static const unsigned char text11[] = {
#embed "../../examples/corpus/2025-02-28-oval-office.md"
};

static const unsigned char text12[] = {
#embed "../../examples/corpus/2025-03-01-porto-reactions.md"
};

static const unsigned char text13[] = {
#embed "../../examples/corpus/2025-03-02-london-summit.md"
};

static const unsigned char text14[] = {
#embed "../../examples/corpus/2025-03-04-rearm-europe.md"
};

static const unsigned char text15[] = {
#embed "../../examples/corpus/2025-03-05-macron-address.md"
};

static const unsigned char text16[] = {
#embed "../../examples/corpus/2025-03-06-kremlin-reacts.md"
};

static const unsigned char text17[] = {
#embed "../../examples/corpus/2025-03-07-two-sessions.md"
};

static const unsigned char text18[] = {
#embed "../../examples/corpus/2025-03-13-putin-conditions.md"
};

static const unsigned char text19[] = {
#embed "../../examples/corpus/2025-03-18-debt-brake.md"
};

static const unsigned char text20[] = {
#embed "../../examples/corpus/2025-03-19-readiness-2030.txt"
};

static const unsigned char text21[] = {
#embed "../../examples/corpus/2025-03-28-paris-beijing.md"
};

static const unsigned char text22[] = {
#embed "../../examples/corpus/2025-04-04-tariff-day.md"
};

static const unsigned char text23[] = {
#embed "../../examples/corpus/2025-04-11-ninety-days.md"
};

static const unsigned char text24[] = {
#embed "../../examples/corpus/2025-05-08-merz-first-days.md"
};

static const unsigned char text25[] = {
#embed "../../examples/corpus/2025-05-10-kyiv-visit.md"
};

static const unsigned char text26[] = {
#embed "../../examples/corpus/2025-05-12-border-plan.txt"
};

static const unsigned char text27[] = {
#embed "../../examples/corpus/2025-05-14-macron-television.md"
};

static const unsigned char text28[] = {
#embed "../../examples/corpus/2025-05-15-antalya-five-percent.md"
};

static const unsigned char text29[] = {
#embed "../../examples/corpus/2025-05-22-macron-xi-call.md"
};

static const unsigned char text30[] = {
#embed "../../examples/corpus/2025-05-31-singapore-dialogue.md"
};

static const unsigned char text31[] = {
#embed "../../examples/corpus/whose-red-line.md"
};

static const unsigned char text32[] = {
#embed "../../examples/corpus/wire.jsonl"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} files[] = {
    {"2025-01-13-rutte-parliament.md", text0, sizeof text0},
    {"2025-01-22-davos-trade.md", text1, sizeof text1},
    {"2025-01-24-hospital-gala.md", text2, sizeof text2},
    {"2025-01-31-bundestag-migrants.md", text3, sizeof text3},
    {"2025-02-11-steel-tariffs.md", text4, sizeof text4},
    {"2025-02-15-munich-speech.md", text5, sizeof text5},
    {"2025-02-18-riyadh-talks.md", text6, sizeof text6},
    {"2025-02-20-zucman-tax.md", text7, sizeof text7},
    {"2025-02-21-macron-questions.md", text8, sizeof text8},
    {"2025-02-24-washington-meeting.md", text9, sizeof text9},
    {"2025-02-25-apres-washington.md", text10, sizeof text10},
    {"2025-02-28-oval-office.md", text11, sizeof text11},
    {"2025-03-01-porto-reactions.md", text12, sizeof text12},
    {"2025-03-02-london-summit.md", text13, sizeof text13},
    {"2025-03-04-rearm-europe.md", text14, sizeof text14},
    {"2025-03-05-macron-address.md", text15, sizeof text15},
    {"2025-03-06-kremlin-reacts.md", text16, sizeof text16},
    {"2025-03-07-two-sessions.md", text17, sizeof text17},
    {"2025-03-13-putin-conditions.md", text18, sizeof text18},
    {"2025-03-18-debt-brake.md", text19, sizeof text19},
    {"2025-03-19-readiness-2030.txt", text20, sizeof text20},
    {"2025-03-28-paris-beijing.md", text21, sizeof text21},
    {"2025-04-04-tariff-day.md", text22, sizeof text22},
    {"2025-04-11-ninety-days.md", text23, sizeof text23},
    {"2025-05-08-merz-first-days.md", text24, sizeof text24},
    {"2025-05-10-kyiv-visit.md", text25, sizeof text25},
    {"2025-05-12-border-plan.txt", text26, sizeof text26},
    {"2025-05-14-macron-television.md", text27, sizeof text27},
    {"2025-05-15-antalya-five-percent.md", text28, sizeof text28},
    {"2025-05-22-macron-xi-call.md", text29, sizeof text29},
    {"2025-05-31-singapore-dialogue.md", text30, sizeof text30},
    {"whose-red-line.md", text31, sizeof text31},
    {"wire.jsonl", text32, sizeof text32},
};

static const size_t count = sizeof files / sizeof *files;

size_t quoth_builtin_count(void) { return count; }

const char *quoth_builtin_name(size_t index) { return index < count ? files[index].name : ""; }

const unsigned char *quoth_builtin_bytes(size_t index) {
  return index < count ? files[index].bytes : (const unsigned char *)"";
}

size_t quoth_builtin_size(size_t index) { return index < count ? files[index].size : 0; }
