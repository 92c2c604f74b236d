import Foundation

extension SystemError {
    /// The system's own words, below whatever Foundation made of them: "No space left on device".
    static func words(of error: any Error) -> String {
        let error = error as NSError
        let below = (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError }
        for candidate in [below, error].compactMap({ $0 }) where candidate.domain == NSPOSIXErrorDomain {
            return SystemError(code: CInt(truncatingIfNeeded: candidate.code)).description
        }
        return below?.localizedDescription ?? error.localizedDescription
    }
}
