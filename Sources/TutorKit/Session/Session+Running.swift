import LessonKit

extension Session {
    static let runOptions = ["--real-time", "--stdlib", "--original"]

    /// `run`, `run errors`, `run --real-time`, `run errors --stdlib`, `run errors -- 3 fast`.
    func run(_ rest: String) -> [SessionEffect] {
        guard let reading else {
            return [.complain("no lesson is open; `open NAME` opens one, then `run` runs its demo")]
        }
        let typed = rest.split(separator: " ")
        let separator = typed.firstIndex(of: "--") ?? typed.endIndex
        var words = typed[..<separator].map(String.init)
        var arguments: [String] = []
        if separator < typed.endIndex {
            do { arguments = try ProgramArguments.words(rest[typed[separator].endIndex...]) } catch {
                return [.complain("the quote \(error.quote) is not closed in '\(rest)'")]
            }
        }
        let options = Set(words).intersection(Session.runOptions)
        words.removeAll { options.contains($0) }
        let demo: Demo
        switch self.demo(named: words, for: .run, options: Session.runOptions) {
        case .failure(let problem): return [.complain(problem.description)]
        case .success(let found): demo = found
        }
        let isOriginal = options.contains("--original") || options.contains("--stdlib")
        let request = RunRequest(
            lesson: reading.lesson.id,
            demo: demo,
            edition: options.contains("--stdlib") ? .standardLibrary : .kit,
            realTime: options.contains("--real-time"),
            purpose: .show,
            copy: isOriginal ? nil : copies[demo.swiftFile],
            arguments: arguments
        )
        guard request.file != nil else {
            let others = reading.lesson.demos.filter { $0.standardLibraryFile != nil }.map(\.name)
            let known =
                others.isEmpty ? "no demo of this lesson has one" : "these have: \(others.joined(separator: ", "))"
            return [.complain("the demo '\(demo.name)' has no edition without the kit; \(known)")]
        }
        return [.run(request)]
    }

    struct DemoProblem: Error, CustomStringConvertible { let description: String }

    /// The demo that the words after a command name; without words, the one at hand.
    func demo(named words: [String], for command: Command, options: [String]) -> Result<Demo, DemoProblem> {
        func problem(_ description: String) -> Result<Demo, DemoProblem> {
            .failure(DemoProblem(description: description))
        }
        guard let reading else {
            return problem("no lesson is open; `open NAME` opens one, then `\(command.rawValue)` takes its demo")
        }
        if let option = words.first(where: { $0.hasPrefix("-") }) {
            let suggestion = Suggestion.clause(for: option, among: options)
            return problem(
                "unknown option '\(option)'\(suggestion.isEmpty ? "; usage" : "\(suggestion) Usage"): \(command.usage)"
            )
        }
        guard words.count <= 1 else { return problem("one demo at a time: usage: \(command.usage)") }
        let names = reading.lesson.demos.map(\.name)
        guard !names.isEmpty else { return problem("\(reading.lesson.id) has no demo") }
        if let demo = words.first.map({ reading.lesson.demo(named: $0) }) ?? demoAtHand { return .success(demo) }
        let suggestion = Suggestion.clause(for: words.first ?? "", among: names)
        return problem(
            "no demo '\(words.first ?? "")' in \(reading.lesson.id)\(suggestion.isEmpty ? "; there" : "\(suggestion) There") are: \(names.joined(separator: ", "))"
        )
    }

    /// The demo that the question is about, else the one shown last, else the lesson's main one.
    var demoAtHand: Demo? {
        guard let reading else { return nil }
        if case .predict(let prediction)? = question?.kind, let demo = reading.lesson.demo(named: prediction.demo) {
            return demo
        }
        let shown = reading.stops[...reading.index].flatMap(\.items).last {
            if case .demo = $0 { true } else { false }
        }
        if case .demo(let slice)? = shown, let demo = reading.lesson.demo(named: slice.demo) { return demo }
        return reading.lesson.demos.first
    }

    mutating func after(_ request: RunRequest, _ outcome: RunOutcome) -> [SessionEffect] {
        if case .finished(let run) = outcome, !request.realTime, request.edition == .kit, request.copy == nil,
            request.arguments.isEmpty, request.seed == nil
        {
            evidence[request.demo.swiftFile] = run
        }
        switch request.purpose {
        case .judge(let answer):
            switch outcome {
            case .finished(let run):
                guard let question else { return [] }
                return verdict(judge(answer, question: question, run: run), on: answer)
            case .failed(let reason, _), .couldNotRun(let reason, _):
                return verdict(.couldNotTell(reason: "the demo did not run to its end: \(reason)"), on: answer)
            }
        case .practise(let answer): return practised(answer, outcome)
        case .compare: return compared(request, outcome)
        case .show:
            if let run = outcome.evidence { lastRun = TracedRun(request, run) }
            let record = SessionEffect.record(.ran(lesson: request.lesson, demo: request.demo.name))
            switch outcome {
            case .finished:
                let mine = request.copy == nil ? "" : " This was your copy; `run --original` runs the lesson's."
                return [
                    record, .show(.words("\(lastRun?.timeline.endInWords ?? "It ended.") `timeline` draws it.\(mine)")),
                ]
            case .failed(let reason, _): return [record, .complain(reason, .failure)]
            case .couldNotRun(let reason, let fault): return [.complain(reason, fault)]
            }
        }
    }
}

extension Timeline {
    /// "It ended after 600 ms of virtual time."
    fileprivate var endInWords: String {
        guard !lanes.isEmpty else { return "It ended." }
        let kind = clock == .virtual ? "of virtual time" : "of real time"
        return "It ended after \(TimelineTime(clock: clock).inWords(total)) \(kind)."
    }
}
