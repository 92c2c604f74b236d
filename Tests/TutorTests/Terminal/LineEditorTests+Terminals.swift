import Testing

/// Terminals of other sizes, kinds and languages, and what is left of them.
extension LineEditorTests {
    @Test func resizingInTheMiddleOfALineDrawsItOnce() async throws {
        try await TmuxTerminal.run { terminal in
            try await terminal.waitForPrompt()
            try terminal.enter("above")
            try await terminal.wait(for: "line: <above>")
            let line = "one two three four five six seven eight nine ten"
            try terminal.type(line)
            try await terminal.wait(for: line)
            try terminal.resize(columns: 30, rows: 24)
            let narrow = "line: <above>\ntutor> one two three four five\n six seven eight nine ten"
            try await terminal.wait(for: "the line once, in two rows", until: { $0.hasSuffix(narrow) })
            try terminal.type("!")
            try await terminal.wait(for: "the longer line", until: { $0.hasSuffix(narrow + "!") })
            try terminal.resize(columns: 100, rows: 30)
            try await terminal.wait(
                for: "the line in one row",
                until: { $0.hasSuffix("line: <above>\ntutor> \(line)!") }
            )
            try terminal.press("Enter")
            try await terminal.wait(for: "line: <\(line)!>")
        }
    }

    @Test func aPastedBlockIsOneLineWithItsNewlines() async throws {
        try await TmuxTerminal.run("$TUTOR --history $HOME/history") { terminal in
            try await terminal.waitForPrompt()
            let lines = (1...200).map { "let value\($0) = \"é日本\($0)\"" }
            try terminal.paste(lines.joined(separator: "\n"))
            try await terminal.wait(for: "value200 = \"é日本200\"")
            try terminal.press("Enter")
            try await terminal.wait(for: "value200 = \"é日本200\">\ntutor>")
            #expect(try terminal.contents(of: "history") == lines.joined(separator: #"\n"#) + "\n")
            try terminal.enter("next")
            try await terminal.wait(for: "line: <next>")
        }
    }

    @Test(arguments: ["C.UTF-8", "C", "POSIX", "xx_YY.nonsense"])
    func charactersOfManyBytesAreEditedAsOne(language: String) async throws {
        try await TmuxTerminal.run(variables: ["LANG": language]) { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("é日本😀x")
            try await terminal.wait(for: "tutor> é日本😀x")
            try terminal.press("BSpace", "BSpace", "Left", "BSpace")
            try await terminal.wait(for: "a line of two", until: { $0.hasSuffix("tutor> é本") })
            try terminal.enter("語")
            try await terminal.wait(for: "line: <é語本>")
            try terminal.type("日")
            try terminal.press("Tab", "Enter")
            try await terminal.wait(for: "line: <日本 >")
        }
    }

    @Test func editrcChoosesViKeysAndTheTutorsOwnKeysStay() async throws {
        try await TmuxTerminal.run(files: [".editrc": "bind -v\n"]) { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("xopen")
            try terminal.press("Escape")
            try terminal.type("0x")
            try await terminal.wait(for: "the first character gone", until: { $0.hasSuffix("tutor> open") })
            try terminal.type("A ga")
            try terminal.press("Tab")
            try await terminal.wait(for: "tutor> open gather")
            try terminal.press("Escape", "C-c")
            try await terminal.wait(for: "interrupt\ntutor>")
            try terminal.paste("a\nb")
            try await terminal.wait(for: "tutor> a\nb")
            try terminal.press("Enter")
            try await terminal.wait(for: "line: <a\nb>")
        }
    }

    @Test func aDumbTerminalSeesNoEscapeSequences() async throws {
        try await TmuxTerminal.run("TERM=dumb $TUTOR 2>&1 | cat -v; cat", variables: [:]) { terminal in
            // Through cat, standard output is no terminal: lines only.
            try terminal.enter("plain")
            try await terminal.wait(for: "line: <plain>")
        }
        try await TmuxTerminal.run("TERM=dumb $TUTOR") { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("answ")
            try terminal.press("Tab", "Tab")
            try await terminal.wait(for: "answer   answers\ntutor> answer")
            try terminal.press("Enter")
            try await terminal.wait(for: "line: <answer>")
            try terminal.press("C-c")
            try await terminal.wait(for: "interrupt")
            #expect(try !terminal.screen(colours: true).contains("\u{1B}"))
        }
    }

    @Test func thePromptIsColouredAndTakesNoMoreCellsThanItShows() async throws {
        try await TmuxTerminal.run(columns: 40) { terminal in
            try await terminal.waitForPrompt()
            try terminal.type(String(repeating: "a", count: 33) + "bcd")
            try await terminal.wait(for: "tutor> \(String(repeating: "a", count: 33))\nbcd")
            try terminal.press("Home", "X")
            try await terminal.wait(for: "tutor> X\(String(repeating: "a", count: 32))\nabcd")
            let coloured = try terminal.screen(colours: true)
            #expect(coloured.contains("\u{1B}[1m\u{1B}[32mtutor>\u{1B}[0m"), "\(coloured.debugDescription)")
            try terminal.press("Enter")
            try await terminal.wait(for: "line: <Xaaa")
        }
    }

    @Test(arguments: [("quit", "0"), ("fail", "1"), ("kill -TERM", "143"), ("kill -HUP", "129"), ("C-d", "0")])
    func everyExitLeavesTheTerminalAsItWas(how: String, status: String) async throws {
        let compare = """
            stty -g > $HOME/before; $TUTOR; echo status $?; stty -g > $HOME/after
            cmp $HOME/before $HOME/after && echo sane; cat
            """
        try await TmuxTerminal.run(compare) { terminal in
            try await terminal.waitForPrompt()
            if how.hasPrefix("kill") {
                try terminal.type("half a line")
                try await terminal.wait(for: "half a line")
                try terminal.signalTutor(String(how.dropFirst(6)))
            } else if how == "C-d" {
                try terminal.press("C-d")
            } else {
                try terminal.enter(how)
            }
            try await terminal.wait(for: "status \(status)\nsane")
        }
    }

    @Test func terminationEndsAWaitingDemoToo() async throws {
        try await TmuxTerminal.run("$TUTOR; echo status $?; cat") { terminal in
            try await terminal.waitForPrompt()
            try terminal.enter("wait")
            try await terminal.wait(for: "waiting")
            try terminal.signalTutor("TERM")
            try await terminal.wait(for: "interrupted\nend\nstatus 143")
        }
    }

    @Test func anInterruptFromOutsideDropsTheLine() async throws {
        try await TmuxTerminal.run { terminal in
            try await terminal.waitForPrompt()
            try terminal.type("abc")
            try await terminal.wait(for: "tutor> abc")
            try terminal.signalTutor("INT")
            try await terminal.wait(for: "tutor> abc^C\ninterrupt\ntutor>")
        }
    }

    @Test func aSecondTerminationEndsATutorThatDoesNotListen() async throws {
        let compare = """
            stty -g > $HOME/before; $TUTOR; echo status $?; stty -g > $HOME/after
            cmp $HOME/before $HOME/after && echo sane; cat
            """
        try await TmuxTerminal.run(compare) { terminal in
            try await terminal.waitForPrompt()
            try terminal.enter("flood")
            try await terminal.wait(for: "flood\nflood\nflood")
            try terminal.signalTutorToTheEnd("TERM")
            try await terminal.wait(for: "status 143\nsane")
        }
    }
}
