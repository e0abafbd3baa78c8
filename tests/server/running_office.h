#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace server_tests {

/// The real onewindow-backoffice on a free port of loopback, with a data folder of its own that goes with it.
class RunningOffice
{
  public:
    RunningOffice();
    ~RunningOffice();
    RunningOffice(const RunningOffice&) = delete;
    RunningOffice& operator=(const RunningOffice&) = delete;

    /// Puts {"name": number, …} as `limits` into config.json; takes effect at the next start.
    void setLimits(const std::string& json);

    void start();
    int stop();   ///< SIGTERM; the exit code
    void kill();  ///< SIGKILL, in mid-flight

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

    [[nodiscard]] std::string url() const { return m_url; }

    [[nodiscard]] int port() const;
    [[nodiscard]] std::string passwordOf(const std::string& user) const;

  private:
    std::filesystem::path m_folder;
    std::string m_url;
    pid_t m_process = -1;
};

/// Runs the program to its end; its exit code.
int runProgram(const std::vector<std::string>& arguments);

}  // namespace server_tests
