import LessonKit

extension Session {
    /// The path that the learner follows, if the course still has it.
    var path: CoursePath? { progress.path.flatMap { catalog.path(id: $0) } }

    /// `paths` lists them; `paths python` follows one.
    func paths(_ name: String) -> [SessionEffect] {
        let all: [CoursePath]
        switch catalog.paths {
        case .failure(let list): return [.complain("the course's paths are broken:\n\(list)")]
        case .success(let paths): all = paths
        }
        guard !all.isEmpty else { return [.show(.words("This course has one path: its lessons in order."))] }
        guard !name.isEmpty else { return [.show(.columns(listing(all)))] + following }
        guard let path = all.first(where: { $0.id == name.lowercased() }) else {
            let clause = Suggestion.clause(for: name, among: all.map(\.id), otherwise: "; `paths` lists them")
            return [.complain("no path '\(name)'\(clause)")]
        }
        // Whoever chooses a path begins at its beginning, wherever they are.
        let onward =
            path.steps.first { !isDone($0) }.map { "Go on with `open \($0.target)`." } ?? "You have done all of it."
        return [
            .record(.followed(path: path.id)), .show(.words("You follow the path '\(path.title)'.")),
            .show(.blocks(path.about)), .show(.columns(steps(of: path))), .show(.words(onward)),
        ]
    }

    private var following: [SessionEffect] {
        let now = path.map { "You follow '\($0.title)'." } ?? "You follow none: the lessons come in order."
        return [.show(.words("\(now) `paths NAME` follows one."))]
    }

    private func listing(_ paths: [CoursePath]) -> [[String]] {
        paths.map { path in
            [path.id, "\(path.steps.count { isDone($0) }) of \(path.steps.count) steps", path.title]
        }
    }

    private func steps(of path: CoursePath) -> [[String]] {
        path.steps.enumerated().map { index, step in
            ["\(index + 1)", isDone(step) ? "done" : "", "\(step.target): \(step.text)"]
        }
    }

    // MARK: Onward

    /// The first step that is not done; after the lesson that was just read if it is one of the steps.
    private func nextStep(of path: CoursePath) -> CoursePath.Step? {
        let here = path.steps.lastIndex { $0.lesson == reading?.lesson.id }
        let later = here.map { path.steps[($0 + 1)...] } ?? path.steps[...]
        return later.first { !isDone($0) } ?? path.steps.first { !isDone($0) && $0.lesson != reading?.lesson.id }
    }

    /// Every question of the lesson, or of its section, is answered.
    private func isDone(_ step: CoursePath.Step) -> Bool {
        guard let lesson = catalog.lesson(id: step.lesson) else { return false }
        guard let anchor = step.section else { return standing(lesson).isComplete }
        return lesson.sections.first { $0.anchor == anchor }?.questions.allSatisfy(isPassed) ?? false
    }

    /// What is said at the end of a lesson: where to go from here.
    func onward(from lesson: Lesson) -> String {
        guard let path else {
            return catalog.lessons.first { $0.number > lesson.number }.map { " The next lesson: `open \($0.id)`." }
                ?? ""
        }
        guard let step = nextStep(of: path) else { return " The path '\(path.title)' is done." }
        return " Next on your path '\(path.title)': `open \(step.target)`."
    }

    /// Goes to the section whose anchor was typed behind the lesson's name: `gather#run-it`.
    mutating func enter(_ lesson: Lesson, section anchor: String) -> [SessionEffect] {
        let anchors = lesson.sections.compactMap(\.anchor)
        guard anchors.contains(anchor) else {
            let known = "; there are: \(anchors.joined(separator: ", "))"
            let clause = Suggestion.clause(for: anchor, among: anchors, otherwise: known)
            return [.complain("no section '\(anchor)' in \(lesson.id)\(clause)")]
        }
        let stops = lesson.stops
        let index = stops.firstIndex { $0.items.contains { $0.anchor == anchor } } ?? 0
        return [.record(.opened(lesson: lesson.id))] + go(to: index, of: lesson)
    }
}

extension Lesson.Section {
    fileprivate var questions: [Question] {
        items.compactMap { if case .question(let question) = $0 { question } else { nil } }
    }
}

extension LessonItem {
    /// Of a section's heading; nil for everything else.
    fileprivate var anchor: String? {
        guard case .prose(let block) = self, case .heading(level: 2, _) = block.kind else { return nil }
        return Lesson.Section(heading: block, items: []).anchor
    }
}
