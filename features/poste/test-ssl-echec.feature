# language: fr
Fonctionnalité: Dire pourquoi le Test SSL échoue, et qui contacter

  @W_03
  Scénario: Sans carte
    Étant donné un médecin dont la carte n'est pas dans le lecteur
    Et son navigateur qui lit la carte
    Quand il lance le Test SSL
    Alors il voit l'écran "Échec du Test SSL : aucune carte"

  @W_03
  Scénario: Sans les composants de lecture, le test mène à leur installation
    Étant donné un médecin dont la carte est dans le lecteur
    Et son poste n'a pas les composants de lecture de la carte
    Quand il lance le Test SSL
    Alors il voit l'écran "Échec du Test SSL : aucune carte"
    Quand il suit le conseil "Installer le package ATSAM"
    Alors il voit l'écran "CONFIGURER AMELIPRO"

  @W_03
  Scénario: Trois codes porteurs faux font échouer le test et bloquent la carte
    Étant donné un médecin dont la carte est dans le lecteur
    Et son navigateur qui lit la carte
    Quand il lance le Test SSL, en se trompant 3 fois de code porteur
    Et qu'il renonce à saisir son code porteur
    Alors il voit l'écran "Échec du Test SSL : aucune carte"
    Et sa carte est bloquée

  @W_03
  Scénario: La carte retirée pendant le test
    Étant donné un médecin dont la carte est dans le lecteur
    Et son navigateur qui lit la carte
    Quand il retire sa carte pendant le Test SSL
    Alors il voit l'écran "Échec du Test SSL : lecture interrompue"

  @W_03
  Plan du scénario: Une carte que le serveur n'accepte pas
    Étant donné <personne>, avec sa carte dans le lecteur
    Quand il lance le Test SSL avec le logiciel du poste
    Alors il voit l'écran "Échec du Test SSL : carte refusée"
    Et il lit "<raison>"

    Exemples:
      | personne                                            | raison                                             |
      | un médecin dont la carte est en opposition          | Votre carte a été mise en opposition               |
      | un médecin dont la carte vient d'une autre autorité | n'a pas été émis par l'IGC-Santé                   |
      | un médecin dont la carte a expiré hier              | La période de validité de votre carte est terminée |
