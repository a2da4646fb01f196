# language: fr
Fonctionnalité: Accepter les conditions générales d'utilisation

  @O_04
  Scénario: Des conditions refusées arrêtent l'activation
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Quand il lit les conditions générales sur son téléphone
    Et qu'il refuse les conditions générales
    Alors il voit l'écran "Conditions refusées"
    Et le portefeuille n'a rien reçu
    Et aucun SMS ni courriel n'est parti

  @O_04
  Scénario: Des conditions refusées puis acceptées laissent l'activation continuer
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Quand il lit les conditions générales sur son téléphone
    Et qu'il refuse les conditions générales
    Et qu'il revient aux conditions générales
    Et qu'il coche l'acceptation des conditions générales
    Et qu'il continue sur son téléphone
    Alors il voit l'écran "Scanner le QR Code"
