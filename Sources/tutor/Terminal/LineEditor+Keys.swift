import CEditLine
import TutorKit

extension LineEditor {
    /// What the reader hands to libedit where a paste begins: a key that both of its editing modes leave free.
    static let pasteKey: Unicode.Scalar = "\u{1C}"

    /// `bind` of editrc(5): key, command.
    private typealias Binding = (key: String, command: String)

    /// What people know from other programs and libedit has otherwise; `~/.editrc` may change it.
    private static let usual: [Binding] = [
        ("^R", "em-inc-search-prev"),
        ("^W", "ed-delete-prev-word"),
        ("\\e[1~", "ed-move-to-beg"),
        ("\\e[4~", "ed-move-to-end"),
        ("\\e[H", "ed-move-to-beg"),
        ("\\e[F", "ed-move-to-end"),
        ("\\e[3~", "ed-delete-next-char"),
        ("\\e[1;5C", "em-next-word"),
        ("\\e[1;5D", "ed-prev-word"),
    ]

    /// What must stay, whatever `~/.editrc` says.
    private static let own: [Binding] = [
        ("^C", "tutor-interrupt"),
        ("^I", "tutor-complete"),
        ("^Z", "tutor-suspend"),
        ("^\\", "tutor-paste"),
    ]

    func bindKeys() {
        editline_add_command(editor, "tutor-interrupt", "Drop the line") { editor, _ in
            LineEditor.of(editor)?.end(.interrupted)
            return UInt8(CC_EOF)
        }
        editline_add_command(editor, "tutor-complete", "Complete the word") { editor, _ in
            UInt8(LineEditor.of(editor)?.complete() ?? CC_ERROR)
        }
        editline_add_command(editor, "tutor-suspend", "Go back to the shell") { editor, _ in
            LineEditor.of(editor)?.suspend()
            return UInt8(CC_NORM)
        }
        editline_add_command(editor, "tutor-paste", "Insert pasted text") { editor, _ in
            UInt8(LineEditor.of(editor)?.paste() ?? CC_ERROR)
        }

        editline_set_keys(editor, "emacs")
        for binding in Self.usual { editline_bind(editor, binding.key, binding.command) }
        if let file = Self.settingsFile(environment) { el_source(editor, file) }
        // The keys are read by libedit, not by the terminal, so that none of them is a signal.
        editline_set_terminal_flags(editor, "-isig")
        for binding in Self.own {
            editline_bind(editor, binding.key, binding.command)
            editline_bind_alternative(editor, binding.key, binding.command)
        }
    }

    /// editrc(5). el_source would look for it itself, but on Linux only in some versions.
    private static func settingsFile(_ environment: [String: String]) -> String? {
        environment["EDITRC"] ?? environment["HOME"].map { $0 + "/.editrc" }
    }

    private func complete() -> Int32 {
        let before = WideText.string(text.before)
        // Words may come from a stranger's lesson folder; the terminal would obey a control character in one.
        let candidates = completions(before).filter { Sanitizer.line($0) == $0 }
        let completion = Completion(textBeforeCursor: before, candidates: candidates)
        if !completion.insertion.isEmpty {
            el_winsertstr(editor, WideText.terminated(completion.insertion.unicodeScalars))
            return CC_REFRESH
        }
        guard !completion.choices.isEmpty else { return CC_ERROR }
        let width = TerminalOutput.standard.columns(environment: environment)
        leaveLine()
        let lines = completion.lines(width: width, measuredBy: DisplayWidth.cells).map { $0 + "\n" }
        draw("\n" + TerminalText(lines.joined()))
        redraw()
        return CC_NORM
    }

    private func paste() -> Int32 {
        guard isPasting else { return CC_ERROR }
        isPasting = false
        let pasted = BracketedPaste.text {
            let key = self.keys.next(attend: self.attend)
            // Ctrl-C with nothing behind it is typed: the terminal has forgotten the end mark.
            if key == "\u{3}", !self.keys.isReady {
                self.end(.interrupted)
                return nil
            }
            return key
        }
        guard stop == nil else { return CC_EOF }
        el_winsertstr(editor, WideText.terminated(pasted))
        return CC_REFRESH
    }
}
