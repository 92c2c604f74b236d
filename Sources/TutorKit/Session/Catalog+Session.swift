import LessonKit

extension Catalog {
    /// The lessons that can be read, by number.
    public var lessons: [Lesson] { entries.compactMap(\.value) }

    var broken: [Entry] { entries.filter { $0.value == nil } }

    func lesson(id: String) -> Lesson? { entries.first { $0.id == id }?.value }

    /// Why a person's words lead to no lesson.
    public enum Problem: Error, Equatable, CustomStringConvertible {
        case unknown(String, suggestion: String?)
        case ambiguous(String, ids: [String])
        case broken(id: String, DiagnosticList)

        public var description: String {
            switch self {
            case .unknown(let name, let suggestion?): "no lesson '\(name)'; did you mean '\(suggestion)'?"
            case .unknown(let name, nil): "no lesson '\(name)'; `lessons` (or `tutor list`) names them"
            case .ambiguous(let name, let ids): "'\(name)' could be \(ids.joined(separator: " or ")); type more of it"
            case .broken(let id, let list): "the lesson '\(id)' is broken:\n\(list)"
            }
        }

        /// The course is at fault, and not what was typed.
        public var isBroken: Bool {
            if case .broken = self { true } else { false }
        }
    }

    public func find(_ name: String) -> Result<Lesson, Problem> {
        switch lesson(matching: name) {
        case .found(let entry): entry.lesson.mapError { .broken(id: entry.id, $0) }
        case .ambiguous(let ids): .failure(.ambiguous(name, ids: ids))
        case .none(let suggestion): .failure(.unknown(name, suggestion: suggestion))
        }
    }
}
