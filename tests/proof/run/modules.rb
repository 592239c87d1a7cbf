# Loads each sample of the folder; prints the index of those that raise.
require 'stringio'

output = $stdout
ARGV.shift.to_i.times do |index|
  $stdout = StringIO.new
  load(File.join(Dir.pwd, "sample-#{index}.rb"), true)
rescue Exception => error
  output.puts("#{index}\t#{error.full_message(highlight: false).tr("\n", ' ')}")
ensure
  $stdout = output
end
