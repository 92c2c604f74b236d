import Foundation
import Testing

/// The whole tutor as a person meets it, in a real terminal.
@Suite(.serialized, .enabled(if: TmuxTerminal.isInstalled, "needs tmux"))
struct TutorInTerminalTests {
    /// Of the gather lesson.
    static let questions = Repository.lesson("gather")?.questions.count ?? 0

    /// A terminal in which `command` runs; `$TUTOR` is the tutor, with a home of its own.
    static func run(
        _ command: String = "$TUTOR",
        columns: Int = 80,
        rows: Int = 24,
        variables: [String: String] = [:],
        files: [String: String] = [:],
        _ body: (TmuxTerminal) async throws -> Void
    ) async throws {
        var all = [
            "TUTOR": TmuxTerminal.tutor, "ASYNC_TUTOR_LESSONS": Repository.lessons,
            "XDG_CACHE_HOME": TestCompiler.cacheFolder, "XDG_DATA_HOME": "", "XDG_STATE_HOME": "",
            "XDG_CONFIG_HOME": "",
            "VISUAL": "", "EDITOR": "", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        ]
        all.merge(variables) { $1 }
        try await TmuxTerminal.run(command, columns: columns, rows: rows, variables: all, files: files, body)
    }

    @Test func tabCompletesCommandsLessonsAndDemos() async throws {
        try await Self.run(rows: 70) { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("op")
            try terminal.press("Tab")
            try terminal.type("gat")
            try terminal.press("Tab", "Enter")
            try await terminal.wait(for: "Question 1 of \(Self.questions)")
            try terminal.type("run fai")
            try terminal.press("Tab")
            try await terminal.wait(for: "gather 1/\(Self.questions)> run failure")
        }
    }

    @Test func controlRFindsWhatWasTypedInAnEarlierSession() async throws {
        try await Self.run("$TUTOR; echo again; $TUTOR") { terminal in
            try await terminal.waitForPrompt()
            try terminal.enter("notes remember é日本")
            try await terminal.wait(for: "Noted")
            try terminal.press("C-d")
            try await terminal.wait(for: "again\n")
            try await terminal.waitForPrompt()
            try terminal.press("C-r")
            try terminal.type("rememb")
            try await terminal.wait(for: "notes remember é日本")
            try terminal.press("C-c")
            try await terminal.waitForPrompt()
            try terminal.enter("notes")
            try await terminal.wait(for: "  remember é日本\ntutor>")
        }
    }

    @Test func controlCStopsARunAndThePromptComesBack() async throws {
        try await Self.run(rows: 70) { terminal in
            try await terminal.waitForPrompt()
            try terminal.enter("open gather")
            try await terminal.wait(for: "Question 1 of \(Self.questions)")
            try terminal.enter("run --real-time")
            try await terminal.wait(for: "three starts")
            try terminal.press("C-c")
            try await terminal.wait(
                for: "gather 1/\(Self.questions)>",
                until: { $0.hasSuffix("\ngather 1/\(Self.questions)>") }
            )
            try terminal.enter("progress")
            try await terminal.wait(for: "questions answered.\ngather 1/\(Self.questions)>")
        }
    }

    @Test func controlCStopsSwiftThatNeverEndsAndNothingOfItIsKept() async throws {
        try await Self.run { terminal in
            try await terminal.waitForPrompt()
            try terminal.enter("try print(\"begun\"); let n = 1; while n > 0 {}")
            try await terminal.wait(for: "what it prints", until: { $0.hasSuffix("\nbegun") })
            try terminal.press("C-c")
            try await terminal.wait(for: "Stopped; nothing of it is kept.\ntutor>")
            try terminal.enter("try list")
            try await terminal.wait(for: "Nothing is kept yet")
        }
    }

    @Test func aBlockOfSwiftIsTypedLineByLineAndControlCDropsIt() async throws {
        try await Self.run { terminal in
            try await terminal.waitForPrompt()
            try terminal.enter("try func twice(_ n: Int) -> Int {")
            try await terminal.wait(for: "try>", until: { $0.hasSuffix("\ntry>") })
            try terminal.press("C-c")
            try await terminal.waitForPrompt()
            try terminal.enter("try func twice(_ n: Int) -> Int {")
            try terminal.enter("    2 * n")
            try terminal.type("}")
            try terminal.press("Enter", "Enter")
            try await terminal.waitForPrompt()
            try terminal.enter("try twice(21)")
            try await terminal.wait(for: "try twice(21)\n42\ntutor>")
        }
    }

    @Test func aPasteOf200LinesIsOneInputForTry() async throws {
        let lines = ["var sum = 0"] + (1...197).map { "sum += \($0)" } + ["print(\"the sum\")", "sum"]
        try await Self.run(rows: 60) { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("try ")
            try terminal.paste(lines.joined(separator: "\n"))
            try await terminal.wait(for: "sum += 197")
            try terminal.press("Enter")
            try await terminal.wait(for: "the sum\n\(197 * 198 / 2)\ntutor>")
            try terminal.press("Up")
            try await terminal.wait(for: "the whole block again", until: { $0.hasSuffix("print(\"the sum\")\nsum") })
        }
    }

    @Test func aPasteIntoAnOpenBlockIsRunAtOnce() async throws {
        try await Self.run { terminal in
            try await terminal.waitForPrompt()
            try terminal.enter("try")
            try await terminal.wait(for: "try>", until: { $0.hasSuffix("\ntry>") })
            try terminal.paste("let pages = try await gather(one, two)\n\npages.count\n")
            try terminal.press("Enter")
            try await terminal.wait(for: "\n2\nIt took 2 s of virtual time; `timeline` draws it.\ntutor>")
        }
    }

    @Test func theDemoIsEditedRunAndGivenBack() async throws {
        let editor = ["VISUAL": "sed -i s/one/uno/"]
        try await Self.run(rows: 70, variables: editor) { terminal in
            try await terminal.waitForPrompt()
            for line in ["open gather", "edit", "run", "run --original", "predict 3 s", "edit --discard"] {
                try terminal.enter(line)
                try await terminal.wait(
                    for: "\(line), and a prompt",
                    until: { $0.hasSuffix("\ngather 1/\(Self.questions)>") }
                )
            }
            let screen = try await terminal.wait(for: "Your copy is kept:")
            #expect(screen.contains("gather 1/\(Self.questions)> run\nuno starts\ntwo starts"))
            #expect(screen.contains("gather 1/\(Self.questions)> run --original\none starts\ntwo starts"))
            #expect(screen.contains("Right, for your copy."))
            let kept = ".local/share/async-tutor/workspace/demos/gather/demo.1.swift"
            #expect(try terminal.contents(of: kept).contains("fetch(\"uno\", seconds: 3)"))
        }
    }

    @Test func anEditorHasTheTerminalAndGivesItBack() async throws {
        // It reads a key from the terminal, as an editor does, and ends.
        let editor = "#!/bin/sh\nprintf 'a key: '\nread key\necho \"// $key\" >> \"$1\"\n"
        try await Self.run("VISUAL=\"sh $HOME/editor\" $TUTOR", files: ["editor": editor]) { terminal in
            try await terminal.waitForPrompt()
            try terminal.enter("open gather")
            try await terminal.wait(
                for: "gather 1/\(Self.questions)>",
                until: { $0.hasSuffix("\ngather 1/\(Self.questions)>") }
            )
            try terminal.enter("edit")
            try await terminal.wait(for: "a key:")
            try terminal.enter("typed")
            try await terminal.wait(for: "`edit --discard` goes back.\ngather 1/\(Self.questions)>")
            let copy = ".local/share/async-tutor/workspace/demos/gather/demo.swift"
            #expect(try terminal.contents(of: copy).hasSuffix("// typed\n"))
        }
    }

    @Test func anEditorThatIsNotThereIsSaidAndTheCopyIsThere() async throws {
        try await Self.run(variables: ["EDITOR": "no-such-editor"]) { terminal in
            try await terminal.waitForPrompt()
            try terminal.enter("open gather")
            try await terminal.wait(
                for: "gather 1/\(Self.questions)>",
                until: { $0.hasSuffix("\ngather 1/\(Self.questions)>") }
            )
            try terminal.enter("edit")
            try await terminal.wait(for: "there is no editor 'no-such-editor'")
        }
    }

    @Test func controlZAndFgInTheMiddleOfALine() async throws {
        try await Self.run("sh -i", variables: ["PS1": "shell$ "]) { terminal in
            try await terminal.wait(for: "shell$")
            try terminal.enter("$TUTOR")
            try await terminal.waitForPrompt()
            try terminal.type("notes half")
            try await terminal.wait(for: "tutor> notes half")
            try terminal.press("C-z")
            try await terminal.wait(for: "a shell", until: { $0.hasSuffix("\nshell$") })
            try terminal.enter("fg")
            try await terminal.wait(for: "the line again", until: { $0.hasSuffix("\ntutor> notes half") })
            try terminal.enter(" and whole")
            try await terminal.wait(for: "Noted.")
        }
    }

    @Test func resizingInTheMiddleOfALineKeepsIt() async throws {
        try await Self.run { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("notes " + String(repeating: "word ", count: 12))
            try await terminal.wait(for: "word word")
            try terminal.resize(columns: 40, rows: 24)
            try await terminal.wait(
                for: "two rows",
                until: { $0.hasSuffix("word wo\nrd word word word word word word") }
            )
            try terminal.enter("end")
            try await terminal.wait(for: "Noted.")
        }
    }

    @Test(arguments: [
        ["NO_COLOR": "1"], ["TERM": "dumb"], ["LANG": "C", "LC_ALL": "C", "NO_COLOR": "1"],
    ])
    func aPlainTerminalGetsTheSameTextWithoutColours(variables: [String: String]) async throws {
        let dumb = variables["TERM"].map { "TERM=\($0) " } ?? ""
        try await Self.run(dumb + "$TUTOR", columns: 40, rows: 60, variables: variables) { terminal in
            try await terminal.waitForPrompt()
            try terminal.enter("try \"é日本😀\".count")
            try await terminal.wait(for: "\n4\ntutor>")
            try terminal.enter("help try")
            let screen = try await terminal.wait(for: "`try reset` forgets")
            #expect(screen.split(separator: "\n").allSatisfy { $0.count <= 40 })
            // tmux tells colours and boldness; the prompt has neither, and nothing else has.
            #expect(try !terminal.screen(colours: true).contains("\u{1B}["))
        }
    }

    @Test func viKeysFromEditrcWorkInTheTutor() async throws {
        try await Self.run(files: [".editrc": "bind -v\n"]) { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("xnotes")
            try terminal.press("Escape")
            try terminal.enter("0xA vi")
            try await terminal.wait(for: "tutor> notes vi\nNoted.")
        }
    }

    @Test func aPipeInAndATerminalOutShowsNoPrompt() async throws {
        try await Self.run("printf 'try 6 * 7\\nquit\\n' | $TUTOR; echo status $?; cat") { terminal in
            let screen = try await terminal.wait(for: "42\nstatus 0")
            #expect(!screen.contains("tutor>"))
        }
    }

    @Test func aClosedPipeOutEndsTheTutorQuietly() async throws {
        let command = "{ printf 'help\\nhelp\\nhelp\\n' | $TUTOR; echo status $? >&2; } | head -n 1; cat"
        try await Self.run(command) { terminal in
            let screen = try await terminal.wait(for: "status 141")
            #expect(screen.split(separator: "\n").count == 2, "\(screen)")
        }
    }
}
