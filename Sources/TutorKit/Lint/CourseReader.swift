import Foundation
import LessonKit

/// Reads a course for ``Linter``: the catalog, and every file that lies in its folder.
struct CourseReader {
    let folder: String
    /// The folder names of lessons; nil for all.
    let selection: Set<String>?

    /// What the rules read. Pictures are only seen to be there.
    private static let readable: Set<String> = ["md", "swift", "py", "expected"]
    private static let sizeLimit = 4 << 20

    func read() throws(DiagnosticList) -> LintCourse {
        let catalog = try Catalog(folder: folder)
        var texts: [String: String] = [:]
        var paths: Set<String> = []
        let root = URL(fileURLWithPath: catalog.folder)
        let files = FileManager.default.enumerator(atPath: root.path)
        while let path = files?.nextObject() as? String {
            let type = files?.fileAttributes?[.type] as? FileAttributeType
            if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
            paths.insert(path)
            let size = files?.fileAttributes?[.size] as? Int ?? 0
            guard type == .typeRegular, size <= Self.sizeLimit,
                let ending = path.split(separator: ".").last, Self.readable.contains(String(ending)),
                let data = FileManager.default.contents(atPath: "\(root.path)/\(path)")
            else { continue }
            texts[path] = String(decoding: data, as: UTF8.self)
        }
        return LintCourse(
            folder: catalog.folder,
            entries: catalog.entries,
            courseDiagnostics: catalog.pathDiagnostics,
            texts: texts,
            paths: paths,
            selection: selection
        )
    }
}
