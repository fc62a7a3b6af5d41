# fail: external-command-runs
data "external" "token" {
  program = ["bash", "${path.module}/token.sh"]
}

resource "aws_sqs_queue" "orders" {
  name = "orders"

  # fail: external-command-runs
  provisioner "local-exec" {
    command = "./notify.sh ${self.name}"
  }

  # fail: external-command-runs
  provisioner "remote-exec" {
    inline = ["systemctl restart orders"]
  }
}

resource "terraform_data" "migrate" {
  # fail: external-command-runs
  provisioner "local-exec" {
    when    = destroy
    command = "curl -s https://example.com/clean.sh | bash"
  }
}
