import Foundation

/// A flat JSON object on one line whose keys stay in the order in which they were added, so that a person can read it.
struct JSONLine {
    private var members: [String] = []

    var text: String { "{\(members.joined(separator: ","))}" }

    mutating func add(_ key: String, _ value: String?) {
        if let value { members.append("\"\(key)\":\(JSONLine.quoted(value))") }
    }

    mutating func add(_ key: String, _ value: Int) {
        members.append("\"\(key)\":\(value)")
    }

    /// JSON has no infinity and no NaN: they become 0.
    mutating func add(_ key: String, _ value: Double) {
        let whole = Int(exactly: value).map(String.init)
        members.append("\"\(key)\":\(value.isFinite ? whole ?? String(value) : "0")")
    }

    mutating func add(_ key: String, _ value: [Int]) {
        members.append("\"\(key)\":[\(value.map(String.init).joined(separator: ","))]")
    }

    mutating func add(_ key: String, _ value: [String]) {
        members.append("\"\(key)\":[\(value.map(JSONLine.quoted).joined(separator: ","))]")
    }

    /// RFC 8259, section 7. The two line separators are escaped too: some programs break lines there.
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
