import LessonKit

/// What running one demo shows.
struct DemoLint: Sendable {
    let linter: Linter
    let demo: Demo
    /// The predictions that are about it.
    let questions: [Question]
    /// The pictures of its run.
    let pictures: [DemoPicture]
    let texts: LintCourse

    private var options: LintOptions { linter.options }

    func report() async -> LintReport {
        var report = LintReport()
        if let file = demo.standardLibraryFile { _ = await program(file, &report) }
        guard let program = await program(demo.swiftFile, &report) else { return report }
        let run = await linter.runner.run(program)
        if case .couldNotStart(let reason) = run.end {
            report.couldNotTell.append("\(demo.swiftFile): \(reason)")
            return report
        }
        if let complaint = run.complaint {
            add(.demoEndsWell, Diagnostic(at: start(demo.swiftFile), complaint), &report)
            return report
        }
        compareTranscript(run, &report)
        comparePictures(run, &report)
        judge(run.evidence, &report)
        await trySchedules(program, fifo: run.evidence, &report)
        await comparePython(expecting: expected(run), &report)
        return report
    }

    private func add(_ rule: LintRule, _ diagnostic: Diagnostic, _ report: inout LintReport) {
        guard options.wants(rule) else { return }
        report.findings.append(LintFinding(rule: rule.id, diagnostic))
    }

    private func start(_ file: String) -> SourcePosition { SourcePosition(file: file, line: 1) }

    // MARK: Compiling

    private func program(_ file: String, _ report: inout LintReport) async -> Program? {
        guard let text = texts.text(ofFile: file) else {
            report.couldNotTell.append("\(file): this file cannot be read")
            return nil
        }
        switch await linter.compiler.program(for: [SourceFile(name: file, text: text)]) {
        case .success(let program):
            for warning in program.warnings { add(.demoCompiles, warning.finding(in: file), &report) }
            return program
        case .failure(.rejected(let diagnostics)):
            for diagnostic in diagnostics where diagnostic.severity == .error {
                add(.demoCompiles, diagnostic.finding(in: file), &report)
            }
        case .failure(let failure): report.couldNotTell.append("\(file): \(failure)")
        }
        return nil
    }

    // MARK: Transcripts

    private var expectedFile: String { "\(demo.swiftFile.dropLast(".swift".count)).expected" }

    /// What the Python twin has to print: the transcript, or what the demo prints where the transcript is being mended.
    private func expected(_ run: ProgramRun) -> String {
        options.fixes ? run.output : demo.expectedTranscript ?? run.output
    }

    private func compareTranscript(_ run: ProgramRun, _ report: inout LintReport) {
        guard options.wants(.transcript), demo.expectedTranscript != run.output else { return }
        if options.fixes {
            report.add(Fixer(course: texts).write(transcript: run.output, to: expectedFile))
        } else if let expected = demo.expectedTranscript {
            let difference = TextDifference(expected, run.output)
            let position = SourcePosition(file: expectedFile, line: difference.line)
            add(
                .transcript,
                Diagnostic(at: position, difference.words(said: "this line is", now: "the demo prints")),
                &report
            )
        }
    }

    private func comparePictures(_ run: ProgramRun, _ report: inout LintReport) {
        guard options.wants(.picture) else { return }
        let traced = TracedRun(title: demo.name, trace: run.trace)
        let changes = pictures.compactMap { PictureChange($0, traced) }
        if options.fixes { report.pictures = changes.filter(\.isPossible) }
        for change in changes where !options.fixes || !change.isPossible { add(.picture, change.diagnostic, &report) }
    }

    private func comparePython(expecting expected: String, _ report: inout LintReport) async {
        guard options.wants(.pythonTwin), let python = linter.python, let file = demo.pythonFile else { return }
        let runsThreads = texts.text(ofFile: file).map(PythonInterpreter.runsThreads) ?? false
        var found: Diagnostic?
        // On a busy machine the threads of one run may be late. One run in three that agrees is enough.
        for _ in 1...(runsThreads ? 3 : 1) {
            found = await differenceToTwin(file, python, expecting: expected)
            if found == nil { return }
        }
        if let found { add(.pythonTwin, found, &report) }
    }

    private func differenceToTwin(
        _ file: String,
        _ python: PythonInterpreter,
        expecting expected: String
    ) async -> Diagnostic? {
        let run = await python.run(texts.absolute(file), with: linter.runner)
        if let complaint = run.complaint {
            let last = run.errorOutput.split(separator: "\n").last.map { ": \($0)" } ?? ""
            return Diagnostic(at: start(file), "\(complaint)\(last)")
        }
        let printed = run.output.split(separator: "\n", omittingEmptySubsequences: false)
            .map { LiteralMapping.swift(fromPython: String($0)) }.joined(separator: "\n")
        guard printed != expected else { return nil }
        let difference = TextDifference(printed, expected)
        let words = difference.words(
            said: "line \(difference.line) of what it prints is",
            now: "the demo in Swift prints"
        )
        return Diagnostic(at: start(file), words)
    }

    // MARK: Predictions

    private func judge(_ evidence: DemoEvidence, _ report: inout LintReport) {
        for question in questions {
            guard case .predict(let prediction) = question.kind else { continue }
            guard prediction.observed(in: evidence) != nil else {
                let reason =
                    LessonKit.judge("1", question: question, run: evidence).reason ?? "the run shows nothing of it"
                add(.predictKey, Diagnostic(at: question.position, "'\(question.id)' has no key: \(reason)"), &report)
                continue
            }
            for diagnostic in question.misjudgedAnswers(run: evidence) {
                guard options.rules.contains(LintRule.foreseenAnswersID) else { continue }
                report.findings.append(LintFinding(rule: LintRule.foreseenAnswersID, diagnostic))
            }
        }
    }

    /// Runs the demo under other legal schedules, until each prediction is known to depend on the schedule, or not.
    private func trySchedules(_ program: Program, fifo: DemoEvidence, _ report: inout LintReport) async {
        guard options.wants(.schedules), options.seeds > 0 else { return }
        var open = questions
        for seed in 1...options.seeds where !open.isEmpty && !Task.isCancelled {
            let run = await linter.runner.run(program, options: RunOptions(seed: seed))
            open.removeAll { question in
                guard case .predict(let prediction) = question.kind,
                    let key = prediction.observed(in: fifo)
                else { return true }
                let other = prediction.observed(in: run.evidence)
                guard other != key || run.complaint != nil else { return false }
                if prediction.schedule == .any {
                    add(
                        .schedules,
                        dependence(of: question, seed: seed, key: key, other: other, run.complaint),
                        &report
                    )
                }
                return true
            }
        }
        for question in open {
            guard case .predict(let prediction) = question.kind, prediction.schedule == .fifo else { continue }
            let message = "'schedule=fifo' is not needed: \(options.seeds) other schedules give the same; take it out"
            add(.schedules, Diagnostic(at: question.position, message), &report)
        }
    }

    private func dependence(
        of question: Question,
        seed: UInt64,
        key: [String],
        other: [String]?,
        _ complaint: String?
    ) -> Diagnostic {
        let difference = TextDifference(key.joined(separator: "\n"), (other ?? []).joined(separator: "\n"))
        func words(_ text: String?) -> String { text.map { "'\($0)'" } ?? "nothing" }
        let what =
            complaint
            ?? "there is \(words(difference.second)) where the kit's own order gives \(words(difference.first))"
        return Diagnostic(
            at: question.position,
            "the key of '\(question.id)' depends on the schedule: under `--seed \(seed)`, \(what); "
                + "ask for something else, or say 'schedule=fifo'"
        )
    }
}

extension Verdict {
    var reason: String? { if case .couldNotTell(let reason) = self { reason } else { nil } }
}

extension CompileDiagnostic {
    fileprivate func finding(in file: String) -> Diagnostic {
        Diagnostic(at: SourcePosition(file: self.file ?? file, line: max(1, line), column: max(1, column)), message)
    }
}
