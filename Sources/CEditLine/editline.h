#pragma once

// libedit's histedit API for Swift. el_set and history_w take variable arguments, which Swift cannot call; each use of
// them that the tutor needs has a wrapper here, and nothing else is here. The wide functions are used throughout, so
// that no text passes through the locale's encoding on its way in or out.

#include <stdio.h>
#include <wchar.h>
#include <histedit.h>

// POSIX; glibc's header shows it only where more than plain C is asked for, which Swift does not do for system modules.
int wcwidth(wchar_t character);

typedef wchar_t *(*editline_prompt)(EditLine *);
typedef unsigned char (*editline_command)(EditLine *, wint_t);
typedef int (*editline_reader)(EditLine *, wchar_t *);

/// `escape` stands before and after what the terminal does not print.
static inline int editline_set_prompt(EditLine *editor, editline_prompt prompt, wchar_t escape) {
    return el_wset(editor, EL_PROMPT_ESC, prompt, escape);
}

static inline int editline_set_reader(EditLine *editor, editline_reader reader) {
    return el_wset(editor, EL_GETCFN, reader);
}

static inline int editline_set_owner(EditLine *editor, void *owner) {
    return el_set(editor, EL_CLIENTDATA, owner);
}

static inline void *editline_owner(EditLine *editor) {
    void *owner = NULL;
    return el_get(editor, EL_CLIENTDATA, &owner) == 0 ? owner : NULL;
}

static inline int editline_set_history(EditLine *editor, HistoryW *history) {
    return el_wset(editor, EL_HIST, history_w, history);
}

/// "emacs" or "vi".
static inline int editline_set_keys(EditLine *editor, const char *style) {
    return el_set(editor, EL_EDITOR, style);
}

static inline int editline_add_command(EditLine *editor, const char *name, const char *help, editline_command command) {
    return el_set(editor, EL_ADDFN, name, help, command);
}

static inline int editline_bind(EditLine *editor, const char *key, const char *command) {
    return el_set(editor, EL_BIND, key, command, NULL);
}

/// In the map of vi's command mode.
static inline int editline_bind_alternative(EditLine *editor, const char *key, const char *command) {
    return el_set(editor, EL_BIND, "-a", key, command, NULL);
}

/// `flags` such as "-isig", for the time of editing.
static inline int editline_set_terminal_flags(EditLine *editor, const char *flags) {
    return el_set(editor, EL_SETTY, "-d", flags, NULL);
}

/// 1 takes the terminal for editing, 0 gives it back.
static inline int editline_take_terminal(EditLine *editor, int take) {
    return el_set(editor, EL_PREP_TERM, take);
}

/// Draws prompt and line anew from the cursor's place, which must be the start of a row.
static inline int editline_redraw(EditLine *editor) {
    return el_set(editor, EL_REFRESH);
}

static inline int editline_history_set_size(HistoryW *history, int size) {
    HistEventW event;
    return history_w(history, &event, H_SETSIZE, size);
}

static inline int editline_history_set_unique(HistoryW *history, int unique) {
    HistEventW event;
    return history_w(history, &event, H_SETUNIQUE, unique);
}

static inline int editline_history_enter(HistoryW *history, const wchar_t *line) {
    HistEventW event;
    return history_w(history, &event, H_ENTER, line);
}
