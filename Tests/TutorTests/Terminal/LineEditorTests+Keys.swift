import Testing

/// The keys that leave the line.
extension LineEditorTests {
    @Test func controlCDropsTheLine() async throws {
        try await TmuxTerminal.run { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("abc")
            try terminal.press("C-c")
            try await terminal.wait(for: "tutor> abc^C\ninterrupt\ntutor>")
            try terminal.enter("def")
            try await terminal.wait(for: "line: <def>")
            try terminal.press("C-c")
            try await terminal.wait(for: "tutor> ^C\ninterrupt\ntutor>")
        }
    }

    @Test func controlCDuringASearchDropsTheLine() async throws {
        try await TmuxTerminal.run("$TUTOR --history $HOME/history", files: ["history": "old\n"]) { terminal in
            try await terminal.waitForPrompt()
            try terminal.press("C-r", "o")
            try await terminal.wait(for: "bck:o")
            try terminal.press("C-c")
            try await terminal.wait(for: "interrupt\ntutor>")
            try terminal.press("x", "Enter")
            try await terminal.wait(for: "line: <x>")
        }
    }

    @Test func controlDEndsOnlyOnAnEmptyLine() async throws {
        try await TmuxTerminal.run("$TUTOR; echo status $?; cat") { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("abc")
            try terminal.press("C-d", "Enter")
            try await terminal.wait(for: "line: <abc>")
            try terminal.press("C-d")
            try await terminal.wait(for: "end\nstatus 0")
        }
    }

    @Test func controlCEndsAWaitingDemoAndLeavesThePrompt() async throws {
        try await TmuxTerminal.run { terminal in
            try await terminal.waitForPrompt()
            try terminal.enter("wait")
            try await terminal.wait(for: "waiting")
            try terminal.press("C-c")
            try await terminal.wait(for: "interrupted\ntutor>")
            try terminal.press("x", "Enter")
            try await terminal.wait(for: "line: <x>")
        }
    }

    @Test func controlZGivesTheShellASaneTerminalAndFgDrawsTheLineAgain() async throws {
        try await TmuxTerminal.run("PS1='$ ' exec bash --norc -i") { terminal in
            try await terminal.wait(for: "$")
            try terminal.enter("$TUTOR")
            try await terminal.waitForPrompt()
            try terminal.type("abc")
            try terminal.press("C-z")
            try await terminal.wait(for: "Stopped")
            try terminal.enter("stty -a | grep -o -e '-*icanon' -e '-*isig' | tr '\\n' ' '")
            try await terminal.wait(for: "\nisig icanon")
            try terminal.enter("clear; fg")
            try await terminal.wait(for: "tutor> abc")
            try terminal.enter("def")
            try await terminal.wait(for: "line: <abcdef>")
        }
    }

    @Test func controlZWithoutAShellToComeBackFromGoesOn() async throws {
        try await TmuxTerminal.run { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("abc")
            try terminal.press("C-z")
            try terminal.enter("def")
            try await terminal.wait(for: "line: <abcdef>")
        }
    }

    @Test func controlCEndsAPasteWhoseEndNeverComes() async throws {
        try await TmuxTerminal.run { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("x\u{1B}[200~abc\nd")
            try terminal.press("C-c")
            try await terminal.wait(for: "interrupt\ntutor>")
            try terminal.press("y", "Enter")
            try await terminal.wait(for: "line: <y>")
        }
    }
}
