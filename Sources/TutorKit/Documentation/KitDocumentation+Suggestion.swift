import LessonKit

extension KitDocumentation {
    /// Among whole paths, and among the last parts of paths.
    static func nearest(to name: String, among names: [String]) -> String? {
        if let near = Suggestion.nearest(to: name, among: names) { return near }
        let last = names.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
        return Suggestion.nearest(to: name, among: last).flatMap { near in names.first { $0.hasSuffix(near) } }
    }
}
