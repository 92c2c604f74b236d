import Foundation
import Testing

/// Reading on a real terminal: pages, pagers, colours.
@Suite(.serialized, .enabled(if: TmuxTerminal.isInstalled, "tmux is not installed")) struct ReadingTests {
    private let tutor = TmuxTerminal.tutor
    /// What the test runner has set is not the learner's.
    private let fresh = "unset NO_COLOR FORCE_COLOR CLICOLOR CLICOLOR_FORCE PAGER LESS;"
    private var questions: Int { Repository.lesson("gather")?.questions.count ?? 0 }
    private var variables: [String: String] { ["ASYNC_TUTOR_LESSONS": Repository.lessons] }

    @Test func aPartThatIsLongerThanTheScreenIsTurnedWithEnterAndBack() async throws {
        try await TmuxTerminal.run(tutor, rows: 24, variables: variables) { terminal in
            try await terminal.wait(for: "tutor>")
            try terminal.enter("open gather")
            let first = try await terminal.wait(for: "more lines: Enter goes on.)\ngather 1/\(questions)>")
            #expect(first.contains("Lesson 7: Running"))
            #expect(!first.contains("Question 1 of \(questions)"))
            try terminal.press("Enter")
            try await terminal.wait(for: "import ConcurrencyKit")
            try terminal.enter("back")
            try await terminal.wait(
                for: "the first page",
                until: { $0.contains("Lesson 7") && $0.contains("goes on.)") }
            )
            try terminal.press("Enter", "Enter", "Enter")
            try await terminal.wait(for: "Question 1 of \(questions)")
        }
    }

    @Test func anAccessibleScreenHasNoPages() async throws {
        try await TmuxTerminal.run("\(tutor) --accessible", rows: 24, variables: variables) { terminal in
            try await terminal.wait(for: "tutor>")
            try terminal.enter("open gather")
            try await terminal.wait(for: "Question 1 of \(questions).")
        }
    }

    @Test func theLearnersPagerShowsALesson() async throws {
        let command = "\(fresh) PAGER='echo LESS=$LESS; sed s/^/P:/' \(tutor) show gather; cat"
        try await TmuxTerminal.run(command, rows: 1000, variables: variables) { terminal in
            let screen = try await terminal.wait(for: "P:Lesson 7: Running tasks")
            #expect(screen.contains("LESS=FRX"))
        }
    }

    @Test(arguments: ["nonsense-pager", "false"])
    func aPagerThatFailsIsDoneWithout(pager: String) async throws {
        try await TmuxTerminal.run("PAGER=\(pager) \(tutor) show gather; cat", rows: 1000, variables: variables) {
            let screen = try await $0.wait(for: "the pager '\(pager)' failed; here is the text:\nLesson 7")
            #expect(screen.contains("children"))
        }
    }

    @Test(arguments: ["PAGER=false", "PAGER=", "PAGER=cat"])
    func withoutAPagerTheTextIsPrinted(setting: String) async throws {
        let option = setting == "PAGER=false" ? "--no-pager" : ""
        try await TmuxTerminal.run("\(setting) \(tutor) show gather \(option); cat", rows: 1000, variables: variables) {
            let screen = try await $0.wait(for: "Lesson 7: Running tasks")
            #expect(!screen.contains("the pager"))
        }
    }

    @Test func coloursAreForTerminalsAndNotWhereTheyAreUnwanted() async throws {
        for (settings, isColoured) in [("", true), ("NO_COLOR=1", false), ("TERM=dumb", false)] {
            let command = "\(fresh) \(settings) \(tutor) show --no-pager gather; echo end; cat"
            try await TmuxTerminal.run(command, rows: 1000, variables: variables) { terminal in
                try await terminal.wait(for: "end")
                #expect(try terminal.screen(colours: true).contains("\u{1B}[35m") == isColoured)
            }
        }
    }

    @Test func aChoiceHoldsAtOnceAndInTheNextSession() async throws {
        try await TmuxTerminal.run("\(fresh) \(tutor); \(tutor); cat", rows: 100, variables: variables) { terminal in
            try await terminal.wait(for: "tutor>")
            #expect(try terminal.screen(colours: true).contains("\u{1B}[1m\u{1B}[32mtutor>"))
            try terminal.enter("settings colour never")
            try await terminal.wait(for: "colour is now never.\ntutor>")
            try terminal.enter("nonsense")
            try await terminal.wait(for: "unknown command 'nonsense'; help lists them\ntutor>")
            #expect(try !terminal.screen(colours: true).contains("\u{1B}[31m"))
            try terminal.press("C-d")
            try await terminal.wait(
                for: "the next session",
                until: { $0.components(separatedBy: "Async Tutor:").count == 3 }
            )
            try terminal.enter("settings colour")
            try await terminal.wait(for: "colour is never.")
        }
    }
}
