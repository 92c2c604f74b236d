import LessonKit

/// Two runs that `compare` waits for.
struct Comparing: Sendable, Equatable {
    let requests: [RunRequest]
    let titles: [String]
    let form: CompareOptions.Form
    var runs: [TracedRun] = []
}

extension Session {
    /// `compare sequential demo`, `compare --seed 1 --seed 2`.
    mutating func compare(_ rest: String) -> [SessionEffect] {
        guard let reading else { return [.complain("no lesson is open; `open NAME` opens one")] }
        do {
            let options = try CompareOptions(rest)
            var demos: [Demo] = []
            for name in options.demos {
                guard let demo = reading.lesson.demo(named: name) else {
                    let names = reading.lesson.demos.map(\.name)
                    let suggestion = Suggestion.clause(for: name, among: names)
                    let known = "\(suggestion.isEmpty ? "; there" : "\(suggestion) There") are: "
                    return [
                        .complain(
                            "no demo '\(name)' in \(reading.lesson.id)\(known)\(names.joined(separator: ", "))"
                        )
                    ]
                }
                demos.append(demo)
            }
            if demos.isEmpty, let demo = demoAtHand { demos = [demo] }
            guard let first = demos.first else { return [.complain("\(reading.lesson.id) has no demo")] }
            let comparing = Comparing(options, lesson: reading.lesson.id, first, demos.last ?? first)
            self.comparing = comparing
            return comparing.next
        } catch {
            return [.complain("\(error)")]
        }
    }

    /// One of the two has come back.
    mutating func compared(_ request: RunRequest, _ outcome: RunOutcome) -> [SessionEffect] {
        guard var comparing else { return [] }
        guard let evidence = outcome.evidence else {
            self.comparing = nil
            guard case .couldNotRun(let reason, let fault) = outcome else { return [] }
            return [.complain(reason, fault)]
        }
        let title = comparing.titles[comparing.runs.count]
        comparing.runs.append(TracedRun(title: title, trace: evidence.trace))
        var effects: [SessionEffect] = []
        if case .failed(let reason, _) = outcome { effects = [.show(.words("\(title): \(reason)."))] }
        guard comparing.runs.count == 2 else {
            self.comparing = comparing
            return effects + comparing.next
        }
        self.comparing = nil
        return effects + [.show(.comparison(RunComparison(comparing.runs[0], comparing.runs[1]), comparing.form))]
    }
}

extension Comparing {
    fileprivate init(_ options: CompareOptions, lesson: String, _ first: Demo, _ second: Demo) {
        form = options.form
        // One seed alone is compared with the kit's own order.
        let seeds: [UInt64?] = options.seeds.count == 1 ? [nil] + options.seeds : options.seeds
        let runs: [(demo: Demo, seed: UInt64?)] =
            seeds.isEmpty ? [(first, nil), (second, nil)] : seeds.map { (first, $0) }
        requests = runs.map { run in
            RunRequest(
                lesson: lesson,
                demo: run.demo,
                edition: .kit,
                realTime: false,
                purpose: .compare,
                seed: run.seed
            )
        }
        titles = runs.map { run in
            seeds.isEmpty ? run.demo.name : run.seed.map { "seed \($0)" } ?? "the kit's own order"
        }
    }

    /// The run that is to be done now.
    fileprivate var next: [SessionEffect] { requests.dropFirst(runs.count).first.map { [.run($0)] } ?? [] }
}
