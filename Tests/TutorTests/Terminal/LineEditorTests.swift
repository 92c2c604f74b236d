import Foundation
import Testing

/// The editor as a person meets it, in a real terminal: completion and history here, the rest in the extensions.
@Suite(.serialized, .enabled(if: TmuxTerminal.isInstalled, "needs tmux"))
struct LineEditorTests {
    @Test func tabCompletesTheOnlyCandidateAndAddsASpace() async throws {
        try await TmuxTerminal.run { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("op")
            try terminal.press("Tab")
            try await terminal.wait(for: "tutor> open")
            try terminal.type("ga")
            try terminal.press("Tab")
            try await terminal.wait(for: "tutor> open gather")
            try terminal.enter("!")
            try await terminal.wait(for: "line: <open gather !>")
        }
    }

    @Test func tabShowsSeveralCandidatesInColumnsAndDrawsTheLineAgain() async throws {
        try await TmuxTerminal.run(columns: 40) { terminal in
            try await terminal.waitForPrompt()
            try terminal.press("Tab")
            try await terminal.wait(for: "日本")
            let screen = try await terminal.waitForPrompt()
            #expect(
                screen == """
                    tutor>
                    answer    hint      progress  日本
                    answers   lessons   quit
                    ask       open      été
                    tutor>
                    """
            )
            try terminal.type("ans")
            try terminal.press("Tab", "Tab")
            try await terminal.wait(for: "answer   answers\ntutor> answer")
            try terminal.press("s", "Enter")
            try await terminal.wait(for: "line: <answers>")
        }
    }

    @Test func tabBelowAWrappedLineLeavesTheLineReadable() async throws {
        try await TmuxTerminal.run(columns: 40) { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("open " + String(repeating: "x ", count: 20) + "t")
            try terminal.press("Home", "C-f", "C-f", "C-f", "C-f", "C-f", "Tab")
            let screen = try await terminal.wait(for: "coroutines  gather      timeouts")
            #expect(
                screen.hasPrefix(
                    "tutor> open x x x x x x x x x x x x x x\nx x x x x x t\ncoroutines  gather      timeouts\n"
                )
            )
            try await terminal.wait(for: "timeouts\ntutor> open x x x x x x x x x x x x x x\nx x x x x x t")
        }
    }

    @Test func tabWithoutACandidateChangesNothing() async throws {
        try await TmuxTerminal.run { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("zz")
            try terminal.press("Tab")
            try terminal.enter("y")
            #expect(try await terminal.wait(for: "line: <zzy>").hasPrefix("tutor> zzy\n"))
        }
    }

    @Test func linesAreRecalledInTheNextSession() async throws {
        let twice = "$TUTOR --history $HOME/state/history; echo again; $TUTOR --history $HOME/state/history"
        try await TmuxTerminal.run(twice) { terminal in
            try await terminal.waitForPrompt()
            for line in ["first", "second", "second", "  "] {
                try terminal.enter(line)
            }
            try await terminal.wait(for: "line: <  >")
            try terminal.press("C-d")
            try await terminal.wait(for: "again\ntutor>")
            try terminal.press("Up")
            try await terminal.wait(for: "again\ntutor> second")
            try terminal.press("Up")
            try await terminal.wait(for: "again\ntutor> first")
            #expect(try terminal.contents(of: "state/history") == "first\nsecond\n")
        }
    }

    @Test func controlRFindsAnEarlierLine() async throws {
        let history = ["history": "open gather\nanswer 7\nhint\n"]
        try await TmuxTerminal.run("$TUTOR --history $HOME/history", files: history) { terminal in
            try await terminal.waitForPrompt()
            try terminal.press("C-r")
            try await terminal.wait(for: "bck:")
            try terminal.type("gath")
            try await terminal.wait(for: "open gather")
            try terminal.press("Enter")
            try await terminal.wait(for: "line: <open gather>")
        }
    }

    @Test func historyThatCannotBeKeptIsSaidOnceAndTheEditorWorks() async throws {
        try await TmuxTerminal.run("$TUTOR --history /dev/null/folder/history") { terminal in
            try await terminal.waitForPrompt()
            for line in ["one", "two"] {
                try terminal.enter(line)
                try await terminal.wait(for: "line: <\(line)>")
            }
            try terminal.press("Up", "Up", "Enter")
            let screen = try await terminal.wait(for: "<two>\ntutor> one\nline: <one>")
            #expect(screen.components(separatedBy: "input history is not kept").count == 2)
        }
    }
}
