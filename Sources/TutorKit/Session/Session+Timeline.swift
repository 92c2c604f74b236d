import LessonKit

extension Session {
    /// `timeline`, `timeline --steps`, `timeline --svg picture.svg`.
    func timeline(_ rest: String) -> [SessionEffect] {
        do {
            let options = try TimelineOptions(rest)
            return shown(options.view, in: options.file)
        } catch {
            return [.complain("\(error)")]
        }
    }

    /// `tree`, `tree --at 150ms`, `tree --step 6`.
    func tree(_ rest: String) -> [SessionEffect] {
        do { return shown(try TreeOptions(rest).view, in: nil) } catch { return [.complain("\(error)")] }
    }

    private func shown(_ view: TimelineView, in file: String?) -> [SessionEffect] {
        guard let lastRun else { return [.complain("nothing has been run yet; `run` runs the demo")] }
        guard !lastRun.timeline.lanes.isEmpty else {
            return [.complain("the last run left no trace: the program did not use the kit's `run { … }`")]
        }
        guard let file else { return [.show(.timeline(lastRun, view))] }
        return [.save(ExportFile(path: file, text: view.text(of: lastRun)))]
    }
}

extension TracedRun {
    /// "gather failure", "gather --stdlib"
    init(_ request: RunRequest, _ evidence: DemoEvidence) {
        let edition = request.edition == .standardLibrary ? " --stdlib" : ""
        let seed = request.seed.map { " --seed \($0)" } ?? ""
        let demo = request.demo.name == Demo.mainName ? "" : " \(request.demo.name)"
        self.init(
            title: "\(request.lesson)\(demo)\(edition)\(seed)",
            trace: evidence.trace,
            clock: request.realTime ? .continuous : .virtual
        )
    }
}
